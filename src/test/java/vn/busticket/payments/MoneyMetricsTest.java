package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.payments.PayableBook.Stage;
import vn.busticket.payments.PayableBook.Standing;
import vn.busticket.payments.PaymentsApplication.Book;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.shared.SqlTime;

/** What breaks an invariant is seen on every node within minutes. */
@Tag("P10.1")
@Tag("P3.9")
class MoneyMetricsTest extends PaymentsTest {

    private static final PayableId NEVER_PAID = new PayableId(990_001);

    @Autowired private MoneyFigures figures;
    @Autowired private MoneyGauges gauges;
    @Autowired private io.micrometer.core.instrument.MeterRegistry meters;
    @Autowired private Book book;

    @AfterEach
    void closeTheBook() {
        book.standings.clear();
    }

    @Test
    void countsWhatIsConfirmedAndNotPaid() {
        run(MeasureMoneyJob.class);
        var before = figures.all();
        assertThat(before).containsEntry("I6", 0L).containsEntry(MoneyMeasures.IMBALANCE, 0L);
        book.standings.add(new Standing(NEVER_PAID, Stage.CONFIRMED, PRICE.dong()));
        run(MeasureMoneyJob.class);
        assertThat(figures.all()).containsEntry("I2", before.getOrDefault("I2", 0L) + 1);
        assertThat(figures.all()).containsEntry("I3", before.getOrDefault("I3", 0L));
    }

    @Test
    void showsAnOpenBreaker() {
        assertThat(figures.all()).containsEntry("breaker.payos", 0L);
        SANDBOX.faults().set(Endpoint.CREATE, Fault.serverError(), 5);
        for (var count = 0; count < 5; count++) {
            started(somethingToPay());
        }
        assertThat(figures.all()).containsEntry("breaker.payos", 1L);
    }

    @Test
    void whatIsOverAndAskedAboutOnceMoreHoldsNobodyUp() {
        var checksBefore = figure("waiting.checks");
        var lateBefore = figure("waiting.late-checks");
        var ageBefore = figure("age.checks");
        var open = started(somethingToPay());
        var over = started(somethingToPay());
        database.sql(
                        "update payment_attempt set state = 'EXPIRED', closed_at = :now where token = :token")
                .param("now", SqlTime.of(clock.instant()))
                .param("token", over.token())
                .update();
        due(open, Duration.ofMinutes(1));
        due(over, Duration.ofHours(3));

        assertThat(figure("waiting.checks")).isEqualTo(checksBefore + 1);
        assertThat(figure("waiting.late-checks")).isEqualTo(lateBefore + 1);
        assertThat(figure("age.checks")).isEqualTo(Math.max(ageBefore, 60));
        assertThat(figure("age.late-checks")).isGreaterThanOrEqualTo(3 * 3_600);
    }

    private void due(AttemptView attempt, Duration ago) {
        database.sql("update payment_attempt set next_check_at = :due where token = :token")
                .param("due", SqlTime.of(clock.instant().minus(ago)))
                .param("token", attempt.token())
                .update();
    }

    private long figure(String name) {
        return Objects.requireNonNull(figures.all().get(name));
    }

    @Test
    void everyFigureHasItsGauge() {
        figures.store(Map.of("I2", 0L), clock.instant());
        assertThat(gauges).isNotNull();
        assertThat(meters.find("busticket.money.violations").gauges()).hasSize(3);
        assertThat(meters.find("busticket.ledger.imbalance").gauge()).isNotNull();
        assertThat(meters.find("busticket.reconciliation.differences").gauges())
                .hasSize(DifferenceKind.values().length);
        assertThat(meters.find("busticket.gateway.breaker.open").tag("gateway", "payos").gauge())
                .isNotNull();
    }
}
