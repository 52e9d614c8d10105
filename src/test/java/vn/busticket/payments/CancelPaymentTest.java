package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;

/** An attempt ends only after the gateway was asked. */
@Tag("P3.5")
class CancelPaymentTest extends PaymentsTest {

    @Test
    void endsTheLinkAndTellsOnce() {
        var attempt = started(somethingToPay());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.CLOSED);
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.CLOSED);
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.CANCELLED);
        assertThat(SANDBOX.link(attempt.orderCode()).status().name()).isEqualTo("CANCELLED");
        assertThat(claimant.closedFor(attempt.payable())).hasSize(1);
    }

    @Test
    void findsThatItWasPaidInstead() {
        SANDBOX.loseWebhooks(true);
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.PAID);
        assertThat(claimant.closedFor(attempt.payable())).isEmpty();
    }

    @Test
    void agreesWithAPayerWhoCancelledAtTheGateway() {
        var attempt = started(somethingToPay());
        SANDBOX.cancel(attempt.orderCode());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.CLOSED);
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void staysUnknownWhileTheGatewayIsAwayAndEndsLater() {
        var attempt = started(somethingToPay());
        SANDBOX.faults().setEverywhere(Fault.serverError());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.UNKNOWN);
        assertThat(view(attempt.token()).isClosing()).isTrue();
        SANDBOX.faults().clear();
        pass(Duration.ofSeconds(5));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void anAttemptThatIsEndingMakesRoomForTheNext() {
        var payable = somethingToPay();
        var first = started(payable);
        SANDBOX.faults().set(Endpoint.CANCEL, Fault.serverError(), 1);
        assertThat(attempts.cancel(first.token())).isEqualTo(CheckResult.UNKNOWN);
        var second = started(payable);
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.state()).isEqualTo(AttemptState.OPEN);
    }

    @Test
    void endingAllSaysWhetherMoneyCame() {
        SANDBOX.loseWebhooks(true);
        var unpaid = started(somethingToPay());
        assertThat(attempts.cancelAll(unpaid.payable())).isEqualTo(CheckResult.CLOSED);
        var paid = started(somethingToPay());
        SANDBOX.pay(paid.orderCode());
        assertThat(attempts.cancelAll(paid.payable())).isEqualTo(CheckResult.PAID);
        var partly = started(somethingToPay());
        SANDBOX.payShort(partly.orderCode());
        assertThat(attempts.cancelAll(partly.payable())).isEqualTo(CheckResult.UNDERPAID);
        var unknown = started(somethingToPay());
        SANDBOX.faults().setEverywhere(Fault.serverError());
        assertThat(attempts.cancelAll(unknown.payable())).isEqualTo(CheckResult.UNKNOWN);
    }

    @Test
    void moneyThatIsNotSettledYetIsNotNothing() {
        SANDBOX.loseWebhooks(true);
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        claimant.failing = true;
        assertThat(attempts.cancelAll(attempt.payable())).isEqualTo(CheckResult.UNKNOWN);
        claimant.failing = false;
        pass(Duration.ofSeconds(20));
        settleLeftOvers();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }
}
