package vn.busticket.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs Prometheus' own programs: skipped in one line where they are not installed,
 * failed where {@code MONITORING_CHECKS=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresPrometheus.Condition.class)
public @interface RequiresPrometheus {

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {

        private static final String HOW =
                "Checks of alerts are skipped: no promtool and amtool found. Install them (Debian: apt-get install prometheus prometheus-alertmanager).";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var missing =
                    PrometheusTools.NAMES.stream()
                            .filter(name -> PrometheusTools.find(name).isEmpty())
                            .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("Prometheus' programs are installed");
            }
            if ("required".equals(System.getenv("MONITORING_CHECKS"))) {
                throw new IllegalStateException(
                        "Checks of alerts are required here, but these were not found: " + missing);
            }
            System.out.println(HOW);
            return ConditionEvaluationResult.disabled(HOW);
        }
    }
}
