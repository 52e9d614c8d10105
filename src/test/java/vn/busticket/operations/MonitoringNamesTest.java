package vn.busticket.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.operations.MonitoringFiles.Expression;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;

/**
 * Dashboards and alerts ask for what the running application shows: a metric, a label or a value
 * that is renamed on one side only would silence an alert for ever.
 */
@Tag("P10.1")
@Tag("P10.2")
class MonitoringNamesTest extends ApplicationTest {

    private static final String WEBHOOK = "/api/v1/payments/webhook";

    @Autowired private SharedLimits limits;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void everyNameInDashboardsAndAlertsIsShownByTheApplication() {
        var scrape = scrape();
        var wrong = new ArrayList<String>();
        for (var expression : MonitoringFiles.expressions()) {
            for (var selector : Selector.of(expression.plain())) {
                if (!scrape.knows(selector.metric())) {
                    wrong.add(expression.place() + ": no metric " + selector.metric());
                } else {
                    compare(expression, selector, scrape, wrong);
                }
            }
            compareGroupings(expression, scrape, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMetricOfTheReadmeIsShownByTheApplication() {
        var readme = MonitoringFiles.read(Path.of("README.md"));
        var named =
                Pattern.compile("`(busticket_\\w+)")
                        .matcher(readme)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        var shown = withoutEndings(scrape().names());
        assertThat(named).isNotEmpty();
        assertThat(shown).containsAll(named);
        assertThat(named)
                .containsAll(shown.stream().filter(name -> name.startsWith("busticket_")).toList());
    }

    private static void compare(
            Expression expression, Selector selector, Scrape scrape, List<String> wrong) {
        for (var matcher : selector.matchers()) {
            if (!scrape.hasLabel(selector.metric(), matcher.label())) {
                wrong.add(
                        "%s: %s has no label %s"
                                .formatted(expression.place(), selector.metric(), matcher.label()));
                continue;
            }
            for (var value : matcher.namedValues()) {
                if (!scrape.values(selector.metric(), matcher.label()).contains(value)) {
                    wrong.add(
                            "%s: %s is never %s=%s"
                                    .formatted(
                                            expression.place(),
                                            selector.metric(),
                                            matcher.label(),
                                            value));
                }
            }
        }
    }

    private static void compareGroupings(Expression expression, Scrape scrape, List<String> wrong) {
        var selectors = Selector.of(expression.plain());
        for (var label : Selector.groupings(expression.plain())) {
            if (selectors.stream()
                    .noneMatch(selector -> scrape.hasLabel(selector.metric(), label))) {
                wrong.add(expression.place() + ": nothing has the label " + label);
            }
        }
    }

    /** What a node shows after everything has happened once that is not shown from the start. */
    private Scrape scrape() {
        var browser = new RawBrowser(address(), "en");
        for (var page :
                List.of(
                        "/checkout/no-hold",
                        "/payment/no-token",
                        "/payment/success/no-token",
                        "/payment/failure/no-token",
                        WEBHOOK)) {
            browser.get(page);
        }
        browser.open("/bookings/find").listen();
        limits.tryAcquire("metrics", "test", 1);
        limits.tryAcquire("metrics", "test", 1);
        var management = new RawBrowser("http://localhost:" + managementPort, "en");
        var scrape = new Scrape(management.get("/actuator/prometheus").body());
        for (var rule : MonitoringFiles.records()) {
            scrape.record(rule.record(), rule.labels());
        }
        return scrape;
    }

    /** The names of metrics as people say them, without what a timer or counter adds. */
    private static Set<String> withoutEndings(Set<String> names) {
        return names.stream()
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
