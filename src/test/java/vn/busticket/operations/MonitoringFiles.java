package vn.busticket.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in {@code src/main/monitoring}, read as Prometheus and Grafana read it. */
final class MonitoringFiles {

    static final Path ROOT = Path.of("src/main/monitoring");
    static final Path ALERT_TESTS = Path.of("src/test/monitoring/alerts.test.yml");

    private static final JsonMapper JSON = new JsonMapper();

    private MonitoringFiles() {}

    /**
     * A rule.
     *
     * @param record the name that it records, empty for an alert
     * @param alert the name of the alert, empty for a record
     */
    record Rule(
            String record,
            String alert,
            String expression,
            Map<String, String> labels,
            Map<String, String> annotations) {

        static Rule of(Map<String, ?> rule) {
            return new Rule(
                    text(rule, "record"),
                    text(rule, "alert"),
                    text(rule, "expr"),
                    texts(rule, "labels"),
                    texts(rule, "annotations"));
        }
    }

    /** An expression and where it stands. */
    record Expression(String place, String text) {

        /** As Prometheus takes it, without Grafana's variables. */
        String plain() {
            return text.replace("$__rate_interval", "5m");
        }
    }

    static List<Rule> records() {
        return rules("figures.yml");
    }

    static List<Rule> alerts() {
        return rules("alerts.yml");
    }

    static List<Map<String, ?>> alertTests() {
        return list(yaml(ALERT_TESTS), "tests");
    }

    /** Every dashboard by the name of its file. */
    static Map<String, JsonNode> dashboards() {
        try (var files = Files.list(ROOT.resolve("grafana/dashboards"))) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> JSON.readTree(read(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One dashboard. */
    static JsonNode dashboard(String file) {
        return JSON.readTree(read(ROOT.resolve("grafana/dashboards").resolve(file)));
    }

    /** Every expression of rules and dashboards. */
    static List<Expression> expressions() {
        var ofRules =
                Stream.concat(records().stream(), alerts().stream())
                        .map(rule ->
                                new Expression(rule.record() + rule.alert(), rule.expression()));
        var ofDashboards =
                dashboards().entrySet().stream()
                        .flatMap(dashboard ->
                                dashboard
                                        .getValue()
                                        .path("panels")
                                        .valueStream()
                                        .flatMap(panel -> expressions(dashboard.getKey(), panel)));
        return Stream.concat(ofRules, ofDashboards).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Map<String, ?> yaml(Path file) {
        return new Yaml().load(read(file));
    }

    @SuppressWarnings("unchecked") // what a list of mappings is to SnakeYAML
    static List<Map<String, ?>> list(Map<String, ?> from, String key) {
        return from.get(key) instanceof List<?> found ? (List<Map<String, ?>>) found : List.of();
    }

    static Map<String, String> texts(Map<String, ?> from, String key) {
        return from.get(key) instanceof Map<?, ?> found
                ? found.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getKey().toString(),
                                        entry -> entry.getValue().toString()))
                : Map.of();
    }

    static String text(Map<String, ?> from, String key) {
        return from.get(key) instanceof Object found ? found.toString() : "";
    }

    private static List<Rule> rules(String file) {
        return list(yaml(ROOT.resolve("prometheus/rules").resolve(file)), "groups").stream()
                .flatMap(group -> list(group, "rules").stream())
                .map(Rule::of)
                .toList();
    }

    private static Stream<Expression> expressions(String file, JsonNode panel) {
        return panel.path("targets")
                .valueStream()
                .map(target ->
                        new Expression(
                                file + ", " + panel.path("title").asString(),
                                target.path("expr").asString()));
    }
}
