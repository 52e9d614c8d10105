package vn.busticket.operations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which metrics there are, with which labels and values; what Prometheus adds is among them. */
final class Scrape {

    private static final Pattern SERIES =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> OF_THE_SCRAPE = Set.of("instance", "job");

    private final Map<String, Map<String, Set<String>>> metrics = new HashMap<>();

    /** Reads what a node answered, and knows the two metrics that Prometheus makes itself. */
    Scrape(String answer) {
        answer.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        add("up", "job", "busticket");
        add("ALERTS", "alertname", "");
        add("ALERTS", "severity", "critical");
        add("ALERTS", "alertstate", "firing");
    }

    /** Adds what a rule records. */
    void record(String name, Map<String, String> labels) {
        metrics.computeIfAbsent(name, unknown -> new HashMap<>());
        labels.forEach((label, value) -> add(name, label, value));
    }

    boolean knows(String metric) {
        return metrics.containsKey(metric);
    }

    boolean hasLabel(String metric, String label) {
        return OF_THE_SCRAPE.contains(label) || labels(metric).containsKey(label);
    }

    /** The values of a label; empty if it is one that Prometheus adds. */
    Set<String> values(String metric, String label) {
        return labels(metric).getOrDefault(label, Set.of());
    }

    Set<String> names() {
        return new TreeSet<>(metrics.keySet());
    }

    private Map<String, Set<String>> labels(String metric) {
        return metrics.getOrDefault(metric, Map.of());
    }

    private void read(String line) {
        var series = SERIES.matcher(line);
        if (!series.matches()) {
            return;
        }
        metrics.computeIfAbsent(series.group(1), unknown -> new HashMap<>());
        if (series.group(2) != null) {
            LABEL.matcher(series.group(2))
                    .results()
                    .forEach(label -> add(series.group(1), label.group(1), label.group(2)));
        }
    }

    private void add(String metric, String label, String value) {
        metrics.computeIfAbsent(metric, unknown -> new HashMap<>())
                .computeIfAbsent(label, unknown -> new HashSet<>())
                .add(value);
    }
}
