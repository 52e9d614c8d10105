package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.benchmark.Benchmark.Figure;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Invariants;

/**
 * Webhooks to confirmed bookings (F1): signed POST to 200 with both steps committed, beside the
 * same rows by bare SQL.
 */
@Tag("benchmark")
@Tag("P3.4")
class WebhookBenchmarkTest extends ApplicationTest {

    private static final int IN_A_ROUND = 2_000;
    private static final int WARM_UP = 4_000;

    @Autowired private DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private PayosSandbox payos;

    @SuppressWarnings("NullAway.Init")
    private WebhookWorkload workload;

    @SuppressWarnings("NullAway.Init")
    private WebhookClients clients;

    @BeforeEach
    void open() {
        payos = PayosSandbox.start(SandboxSettings.defaults());
        workload = new WebhookWorkload(database, clock, payos);
        clients = new WebhookClients(port);
    }

    @AfterEach
    void close() {
        payos.close();
    }

    @Test
    void confirmationsPerSecond() {
        var bare = new BareConfirmations(dataSource);
        var benchmark = new Benchmark("F1 webhooks, 16 clients, every one another booking");
        bare.confirm(workload.orders(WARM_UP));
        clients.post(payments(WARM_UP));
        database.sql("analyze").update();
        var confirmedBefore = workload.confirmed();
        var sent = new ArrayList<byte[]>();
        var confirmed =
                benchmark.measure(
                        "confirmed",
                        "1/s",
                        ">= 0.30 x",
                        () -> bare.confirm(workload.orders(IN_A_ROUND)),
                        () -> {
                            var bodies = payments(IN_A_ROUND);
                            sent.addAll(bodies);
                            return clients.post(bodies);
                        });
        assertThat(workload.confirmed() - confirmedBefore).isEqualTo(sent.size() + 5L * IN_A_ROUND);
        duplicates(benchmark, sent, confirmed);
        latency(benchmark, bare, confirmed);
        benchmark.print();
        Invariants.check(database);
    }

    /** Against our own rate for new ones. */
    private void duplicates(Benchmark benchmark, List<byte[]> sent, Figure confirmed) {
        var rows = workload.rows();
        var rate = clients.post(sent);
        assertThat(workload.rows()).isEqualTo(rows);
        benchmark.note(
                new Figure("duplicates, beside ours", "1/s", confirmed.ours(), rate, ">= 2 x"));
    }

    /** Beside what bare SQL takes at the same rate: both wait for the same disk. */
    private void latency(Benchmark benchmark, BareConfirmations bare, Figure confirmed) {
        var half = confirmed.ours() / 2;
        benchmark.measure(
                "p99 at half of our rate",
                "ms",
                "ours <= 25",
                () ->
                        Benchmark.percentile(
                                bare.confirm(workload.orders(IN_A_ROUND / 2), half), 0.99),
                () -> Benchmark.percentile(clients.post(payments(IN_A_ROUND / 2), half), 0.99));
    }

    private List<byte[]> payments(int count) {
        return workload.orders(count).stream().map(workload::paymentOf).toList();
    }
}
