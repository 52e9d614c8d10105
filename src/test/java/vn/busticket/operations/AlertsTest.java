package vn.busticket.operations;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.operations.MonitoringFiles.Rule;

/** Whoever is woken by an alert finds what it means, and every alert was seen to fire. */
@Tag("P10.2")
class AlertsTest {

    private static final String RUNBOOK = "src/main/monitoring/runbook.md";

    @Test
    void everyAlertHasItsEntryInTheRunbook() {
        var entries =
                MonitoringFiles.read(Path.of(RUNBOOK))
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3))
                        .toList();
        assertThat(entries)
                .containsExactlyInAnyOrderElementsOf(
                        MonitoringFiles.alerts().stream().map(Rule::alert).toList());
    }

    @Test
    void everyEntrySaysWhatItMeansWhatToLookAtAndWhatToDo() {
        for (var entry : MonitoringFiles.read(Path.of(RUNBOOK)).split("(?m)^## ")) {
            if (!entry.startsWith("#")) {
                assertThat(entry).contains("- **Means:**", "- **Look at:**", "- **Do:**");
            }
        }
    }

    @Test
    void everyAlertLeadsThereAndSaysHowBadItIs() {
        for (var alert : MonitoringFiles.alerts()) {
            assertThat(alert.annotations())
                    .as(alert.alert())
                    .containsKeys("summary", "description")
                    .containsEntry(
                            "runbook_url", RUNBOOK + "#" + alert.alert().toLowerCase(Locale.ROOT));
            assertThat(alert.labels().get("severity"))
                    .as(alert.alert())
                    .isIn("critical", "warning");
        }
    }

    @Test
    void everyAlertIsTriedWithASeriesThatFiresAndOneThatDoesNot() {
        var fired = tried(true);
        var quiet = tried(false);
        for (var alert : MonitoringFiles.alerts()) {
            assertThat(fired).as("fires").contains(alert.alert());
            assertThat(quiet).as("stays quiet").contains(alert.alert());
        }
    }

    private static Set<String> tried(boolean fires) {
        return MonitoringFiles.alertTests().stream()
                .flatMap(test -> MonitoringFiles.list(test, "alert_rule_test").stream())
                .filter(expected -> expectedAlerts(expected).isEmpty() != fires)
                .map(expected -> MonitoringFiles.text(expected, "alertname"))
                .collect(toSet());
    }

    private static List<Map<String, ?>> expectedAlerts(Map<String, ?> expected) {
        return MonitoringFiles.list(expected, "exp_alerts");
    }
}
