package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.benchmark.Benchmark.Figure;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Invariants;

/**
 * Four times the webhooks that it can take (F13): what is refused, how fast, and what still gets
 * through.
 */
@Tag("benchmark")
@Tag("P3.4")
class OverloadBenchmarkTest extends ApplicationTest {

    private static final Duration RUSH =
            Duration.ofSeconds(Integer.getInteger("benchmark.rush-seconds", 60));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IN_A_ROUND = 2_000;
    private static final int TIMES = 4;

    @Test
    void fourTimesTheLoad() {
        try (var payos = PayosSandbox.start(SandboxSettings.defaults())) {
            var workload = new WebhookWorkload(database, clock, payos);
            var clients = new WebhookClients(port);
            clients.post(payments(workload, 2 * IN_A_ROUND));
            database.sql("analyze").update();
            var peak =
                    Benchmark.median(
                            round(workload, clients),
                            round(workload, clients),
                            round(workload, clients));
            var rush = new Rush(port, payments(workload, enough(peak)));
            var outcome = rush.last(RUSH, TIMES * peak);
            var recovery = secondsUntil(0.9 * peak, workload, clients);
            assertThat(outcome.neither()).isEmpty();
            assertThat(outcome.refusedMillis()).as("refused").isNotEmpty();
            print(peak, outcome, recovery);
            Invariants.check(database);
        }
    }

    private static void print(double peak, Rush.Outcome outcome, double recovery) {
        var benchmark = new Benchmark("F13 four times the load for " + RUSH.toSeconds() + " s");
        var seconds = RUSH.toSeconds();
        benchmark.note(
                new Figure(
                        "sent, beside the peak",
                        "1/s",
                        peak,
                        (double) outcome.offered() / seconds,
                        "4 x"));
        benchmark.note(
                new Figure(
                        "accepted, beside the peak",
                        "1/s",
                        peak,
                        (double) outcome.accepted() / seconds,
                        ">= 0.9 x"));
        benchmark.note(
                new Figure(
                        "refused within, p99, beside 50 ms",
                        "ms",
                        50,
                        Benchmark.percentile(outcome.refusedMillis(), 0.99),
                        "<= 1 x"));
        benchmark.note(
                new Figure("full speed again after, beside 5 s", "s", 5, recovery, "<= 1 x"));
        benchmark.print();
    }

    /** More than get through, a multiple of forty. */
    private static int enough(double peak) {
        return (int) (1.2 * peak * RUSH.toSeconds() / 40 + 10) * 40;
    }

    private static double round(WebhookWorkload workload, WebhookClients clients) {
        return clients.post(payments(workload, IN_A_ROUND));
    }

    /** Looks at what gets through in half a second, again and again. */
    private static double secondsUntil(
            double perSecond, WebhookWorkload workload, WebhookClients clients) {
        var atATime = (int) (perSecond / 2);
        var bodies = payments(workload, (int) (perSecond * PATIENCE.toSeconds() / 40 + 1) * 40);
        var begin = System.nanoTime();
        for (var from = 0; from + atATime <= bodies.size(); from += atATime) {
            if (clients.post(bodies.subList(from, from + atATime)) >= perSecond) {
                break;
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Those of one trip wait for each other, so they come mixed, as people do. */
    private static List<byte[]> payments(WebhookWorkload workload, int count) {
        var orders = new ArrayList<>(workload.orders(count));
        Collections.shuffle(orders, new Random(count));
        return orders.stream().map(workload::paymentOf).toList();
    }
}
