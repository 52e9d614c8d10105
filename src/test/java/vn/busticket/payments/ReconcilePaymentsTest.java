package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.shared.SqlTime;

/** A lost webhook costs seconds, never a ticket. */
@Tag("P3.5")
class ReconcilePaymentsTest extends PaymentsTest {

    @Autowired private AttemptRepository rows;

    @BeforeEach
    void loseEveryWebhook() {
        SANDBOX.loseWebhooks(true);
    }

    @Test
    void findsMoneyOfALostWebhookWithinSeconds() {
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        reconcile();
        assertThat(stateOf(attempt)).as("not due yet").isEqualTo(AttemptState.OPEN);

        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(queries.allocated(attempt.payable())).isEqualTo(PRICE);
    }

    @Test
    void aTransferFoundByAskingAndToldByWebhookIsOne() {
        var attempt = started(somethingToPay());
        var transfer = SANDBOX.pay(attempt.orderCode());
        pass(Duration.ofSeconds(4));
        reconcile();
        try (var payos = new WebhookCalls(port)) {
            var data = SANDBOX.webhookData(attempt.orderCode(), transfer);
            var answer = payos.post(SANDBOX.signedWebhook(data));
            WebhookTest.assertAnswer(answer, 200, "duplicate");
        }
        pass(Duration.ofMinutes(6));
        reconcile();
        assertThat(claimant.receivedFor(attempt.payable())).hasSize(1);
        assertThat(view(attempt.token()).received()).isEqualTo(PRICE);
    }

    @Test
    void asksAtOnceWhenSomebodyWaits() {
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        attempts.checkSoon(attempt.token());
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void settlesWithinSecondsAmongFiveThousandOthersWhileTheGatewayIsBusy() {
        openOthers(5_000);
        pass(Duration.ofSeconds(1));
        var attempt = started(somethingToPay());
        pass(Duration.ofSeconds(20));
        SANDBOX.pay(attempt.orderCode());
        openOthers(100);
        SANDBOX.faults().set(Endpoint.GET, Fault.tooManyRequests(2), 3);
        SANDBOX.calls().clear();
        attempts.checkSoon(attempt.token());

        var seconds = 0;
        while (stateOf(attempt) != AttemptState.PAID && seconds < 60) {
            reconcile();
            pass(Duration.ofSeconds(1));
            seconds++;
        }
        assertThat(seconds).isLessThanOrEqualTo(10);
        assertThat(SANDBOX.calls().count(Endpoint.GET)).isLessThanOrEqualTo(10 + 5 * seconds);
    }

    @Test
    void settlesTheNewestFirstWhenNobodyAsks() {
        openOthers(5_000);
        pass(Duration.ofSeconds(20));
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void callsNoOftenerThanAllowed() {
        openOthers(200);
        reconcile();
        var first = SANDBOX.calls().count(Endpoint.GET);
        reconcile();
        assertThat(SANDBOX.calls().count(Endpoint.GET)).isEqualTo(first).isLessThanOrEqualTo(10);
        pass(Duration.ofSeconds(1));
        reconcile();
        assertThat(SANDBOX.calls().count(Endpoint.GET)).isEqualTo(first + 5);
    }

    @Test
    @Tag("P10.4")
    void manyNodesAskAboutEachAttemptOnce() {
        for (var count = 0; count < 8; count++) {
            started(somethingToPay());
        }
        pass(Duration.ofSeconds(4));
        SANDBOX.calls().clear();
        atOnce(
                4,
                () -> {
                    reconcile();
                    return true;
                });
        assertThat(SANDBOX.calls().count(Endpoint.GET)).isEqualTo(8);
    }

    @Test
    void everybodyWaitsAsLongAsTheGatewayAsks() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.tooManyRequests(7), 1);
        var first = started(somethingToPay());
        var second = started(somethingToPay());
        assertThat(first.state()).isEqualTo(AttemptState.REQUESTED);
        assertThat(second.state()).isEqualTo(AttemptState.REQUESTED);
        assertThat(SANDBOX.calls().count(Endpoint.CREATE)).isEqualTo(1);

        pass(Duration.ofSeconds(6));
        reconcile();
        assertThat(SANDBOX.calls().count(Endpoint.CREATE)).isEqualTo(1);

        pass(Duration.ofSeconds(2));
        reconcile();
        pass(Duration.ofSeconds(2));
        reconcile();
        assertThat(stateOf(first)).isEqualTo(AttemptState.OPEN);
        assertThat(stateOf(second)).isEqualTo(AttemptState.OPEN);
    }

    @Test
    void aNodeThatDiesBeforeItsCallIsStoodInFor() {
        var payable = somethingToPay();
        var now = clock.instant();
        var row = rows.insert(wish(payable), "payos", now.plusSeconds(15), now).orElseThrow();
        pass(Duration.ofSeconds(16));
        reconcile();
        assertThat(view(row.token()).state()).isEqualTo(AttemptState.OPEN);
    }

    @Test
    void whatRanOutAtTheGatewayEndsHere() {
        var attempt = started(somethingToPay());
        pass(Duration.ofMinutes(16));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.EXPIRED);
        assertThat(claimant.closedFor(attempt.payable())).hasSize(1);
    }

    @Test
    void aCallThatFailsIsRepeatedWithGrowingPausesAndNeverCountsAsUnpaid() {
        var attempt = started(somethingToPay());
        SANDBOX.faults().set(Endpoint.GET, Fault.serverError(), 2);
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.UNKNOWN);
        pass(Duration.ofSeconds(9));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
        SANDBOX.pay(attempt.orderCode());
        pass(Duration.ofSeconds(9));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void lateMoneyWithoutAWebhookIsFoundToo() {
        var attempt = started(somethingToPay());
        attempts.cancel(attempt.token());
        SANDBOX.payLate(attempt.orderCode());
        pass(Duration.ofMinutes(6));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    /** Attempts that are due and older than what a test starts next. */
    private void openOthers(int count) {
        database.sql(
                        """
                        insert into payment_attempt (token, gateway, payable_id, amount_vnd,
                               description, state, expires_at, payment_link_id, checkout_url,
                               next_check_at, created_at, answered_at)
                        select gen_random_uuid()::text, 'payos', nextval('others'), 100000, 'VE',
                               'OPEN', :end, 'none', 'none', :now, :now, :now
                          from generate_series(1, :count)
                        """)
                .param("end", SqlTime.of(clock.instant().plusSeconds(900)))
                .param("now", SqlTime.of(clock.instant()))
                .param("count", count)
                .update();
    }

    @BeforeEach
    void numberOthers() {
        database.sql("create sequence if not exists others start 10000000").update();
    }
}
