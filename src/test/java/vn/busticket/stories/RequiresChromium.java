package vn.busticket.stories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A story that needs a browser: skipped in one line where none is installed, failed where {@code
 * BROWSER_STORIES=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresChromium.Condition.class)
@interface RequiresChromium {

    /** Looks for the browser. */
    final class Condition implements ExecutionCondition {

        private static final String HOW =
                "Browser stories are skipped: no Chromium found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.installed().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if ("required".equals(System.getenv("BROWSER_STORIES"))) {
                throw new IllegalStateException(
                        "Browser stories are required here, but no Chromium was found");
            }
            System.out.println(HOW);
            return ConditionEvaluationResult.disabled(HOW);
        }
    }
}
