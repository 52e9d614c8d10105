package vn.busticket.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import vn.busticket.testing.PrometheusTools;
import vn.busticket.testing.RequiresPrometheus;

/** Prometheus' and Alertmanager's own programs take what we give them. */
@Tag("P10.2")
@RequiresPrometheus
class PrometheusChecksTest {

    private static final Path ALERTMANAGER =
            MonitoringFiles.ROOT.resolve("alertmanager/alertmanager.yml");

    @Test
    void prometheusTakesItsConfigurationAndRules() throws Exception {
        succeed(
                "promtool",
                "check",
                "config",
                MonitoringFiles.ROOT.resolve("prometheus/prometheus.yml").toString());
    }

    @Test
    void alertsFireWhenTheyShallAndOnlyThen() throws Exception {
        succeed("promtool", "test", "rules", MonitoringFiles.ALERT_TESTS.toString());
    }

    @Test
    void prometheusUnderstandsWhatDashboardsAsk(@TempDir Path folder) throws Exception {
        var file = folder.resolve("dashboards.yml");
        Files.writeString(file, asRules());
        succeed("promtool", "check", "rules", file.toString());
    }

    @Test
    void alertmanagerTakesItsConfiguration() throws Exception {
        succeed("amtool", "check-config", ALERTMANAGER.toString());
    }

    @Test
    void criticalAlertsGoToThePagerAndOthersToTheMailbox() throws Exception {
        assertThat(receiver("severity=critical")).contains("pager");
        assertThat(receiver("severity=warning")).contains("mail").doesNotContain("pager");
    }

    private static String receiver(String label) throws IOException, InterruptedException {
        return succeed(
                "amtool", "config", "routes", "test", "--config.file=" + ALERTMANAGER, label);
    }

    /** Every expression of a dashboard as a rule that would record it. */
    private static String asRules() {
        var expressions = MonitoringFiles.expressions();
        var rules =
                IntStream.range(0, expressions.size())
                        .mapToObj(number ->
                                Map.of(
                                        "record",
                                        "checked:expression_" + number,
                                        "expr",
                                        expressions.get(number).plain()))
                        .toList();
        return new Yaml()
                .dump(Map.of("groups", List.of(Map.of("name", "checked", "rules", rules))));
    }

    private static String succeed(String name, String... arguments)
            throws IOException, InterruptedException {
        var outcome = PrometheusTools.run(name, arguments);
        assertThat(outcome.exit()).as(outcome.printed()).isZero();
        return outcome.printed();
    }
}
