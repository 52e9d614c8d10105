package vn.busticket.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dashboards as Grafana wants them, and what its provisioning names is there. */
@Tag("P10.2")
class DashboardsTest {

    private static final int COLUMNS = 24;
    private static final Set<String> KINDS = Set.of("timeseries", "stat", "bargauge");

    @Test
    void theOverviewBeginsWithTheFiveThatMatterFirst() {
        var titles =
                MonitoringFiles.dashboard("overview.json")
                        .path("panels")
                        .valueStream()
                        .map(panel -> panel.path("title").asString())
                        .limit(5)
                        .toList();
        assertThat(titles)
                .containsExactly(
                        "API response times",
                        "Error rates",
                        "Database connection pool",
                        "Payment success rate",
                        "Email delivery rate");
    }

    @Test
    void everyPanelSaysWhatItShowsInWhichUnitAndFromWhere() {
        assertThat(MonitoringFiles.dashboards())
                .containsOnlyKeys(
                        "overview.json",
                        "payments.json",
                        "notifications.json",
                        "jobs.json",
                        "jvm.json");
        MonitoringFiles.dashboards()
                .forEach((file, dashboard) ->
                        dashboard
                                .path("panels")
                                .forEach(panel ->
                                        check(
                                                file + ", " + panel.path("title").asString(),
                                                panel)));
    }

    @Test
    void panelsStandBesideEachOther() {
        MonitoringFiles.dashboards()
                .forEach((file, dashboard) -> {
                    var taken = new HashSet<String>();
                    var ids = new HashSet<Integer>();
                    for (var panel : dashboard.path("panels")) {
                        assertThat(ids.add(panel.path("id").asInt())).as(file).isTrue();
                        place(file, panel.path("gridPos"), taken);
                    }
                });
    }

    @Test
    void dashboardsAreToldApartAndShowTheTimeOfVietnam() {
        var known = new HashSet<String>();
        MonitoringFiles.dashboards()
                .forEach((file, dashboard) -> {
                    assertThat(known.add(dashboard.path("uid").asString())).as(file).isTrue();
                    assertThat(dashboard.path("title").asString()).as(file).isNotBlank();
                    assertThat(dashboard.path("schemaVersion").isInt()).as(file).isTrue();
                    assertThat(dashboard.path("timezone").asString())
                            .as(file)
                            .isEqualTo("Asia/Ho_Chi_Minh");
                });
    }

    @Test
    void provisioningNamesWhatIsThere() {
        var source =
                MonitoringFiles.list(
                                MonitoringFiles.yaml(
                                        MonitoringFiles.ROOT.resolve(
                                                "grafana/provisioning/datasources/prometheus.yaml")),
                                "datasources")
                        .getFirst();
        assertThat(source.get("uid")).isEqualTo("prometheus");
        var compose = MonitoringFiles.read(MonitoringFiles.ROOT.resolve("compose.yaml"));
        assertThat(source.get("url")).isEqualTo("http://prometheus:9090");
        assertThat(compose).contains("prometheus:\n    image:");
        var named =
                Pattern.compile("(?m)(?:- |:-)(\\./[\\w/.]+)").matcher(compose).results().toList();
        assertThat(named).hasSizeGreaterThanOrEqualTo(6);
        for (var path : named) {
            assertThat(Files.exists(MonitoringFiles.ROOT.resolve(path.group(1))))
                    .as(path.group(1))
                    .isTrue();
        }
        var provider =
                MonitoringFiles.list(
                                MonitoringFiles.yaml(
                                        MonitoringFiles.ROOT.resolve(
                                                "grafana/provisioning/dashboards/busticket.yaml")),
                                "providers")
                        .getFirst();
        var folder = MonitoringFiles.texts(provider, "options").get("path");
        assertThat(compose)
                .contains("./grafana/dashboards:" + folder + ":ro")
                .contains(folder + "/overview.json");
    }

    @Test
    void prometheusReadsEveryRule() {
        var read =
                MonitoringFiles.yaml(MonitoringFiles.ROOT.resolve("prometheus/prometheus.yml"))
                        .get("rule_files");
        assertThat(read).isEqualTo(List.of("rules/figures.yml", "rules/alerts.yml"));
    }

    private static void check(String place, JsonNode panel) {
        assertThat(KINDS).as(place).contains(panel.path("type").asString());
        assertThat(panel.path("title").asString()).as(place).isNotBlank();
        assertThat(panel.path("description").asString()).as(place).isNotBlank();
        assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString())
                .as(place)
                .isNotBlank();
        assertSource(place, panel.path("datasource"));
        assertThat(panel.path("targets").size()).as(place).isPositive();
        var letters = new HashSet<String>();
        for (var target : panel.path("targets")) {
            assertSource(place, target.path("datasource"));
            assertThat(target.path("expr").asString()).as(place).isNotBlank();
            assertThat(target.path("legendFormat").asString()).as(place).isNotBlank();
            assertThat(letters.add(target.path("refId").asString())).as(place).isTrue();
        }
    }

    private static void assertSource(String place, JsonNode source) {
        assertThat(
                        Map.of(
                                "type", source.path("type").asString(),
                                "uid", source.path("uid").asString()))
                .as(place)
                .isEqualTo(Map.of("type", "prometheus", "uid", "prometheus"));
    }

    private static void place(String file, JsonNode grid, Set<String> taken) {
        var right = grid.path("x").asInt() + grid.path("w").asInt();
        assertThat(right).as(file).isLessThanOrEqualTo(COLUMNS);
        for (var x = grid.path("x").asInt(); x < right; x++) {
            for (var y = 0; y < grid.path("h").asInt(); y++) {
                assertThat(taken.add(x + ":" + (grid.path("y").asInt() + y)))
                        .as("%s: panels overlap", file)
                        .isTrue();
            }
        }
    }
}
