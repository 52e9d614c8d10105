package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.payments.PaymentGateway.Created;
import vn.busticket.payments.PaymentGateway.LinkRequest;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.shared.Vnd;

/** What nobody knows is called unknown, and made certain without a second link. */
@Tag("P3.2")
class LostAnswerTest extends PaymentsTest {

    @Autowired private PaymentGateway gateway;

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"ANSWER_LOST", "BAD_SIGNATURE", "MALFORMED_JSON"})
    void findsTheLinkThatWasMade(Fault.Kind kind) {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.of(kind), 1);
        var attempt = started(somethingToPay());
        assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(claimant.closedFor(attempt.payable())).isEmpty();

        pass(Duration.ofSeconds(4));
        reconcile();

        var found = view(attempt.token());
        assertThat(found.state()).isEqualTo(AttemptState.OPEN);
        assertThat(found.orderCode()).isEqualTo(attempt.orderCode());
        assertThat(found.checkoutUrl())
                .isEqualTo(SANDBOX.baseUrl() + "/web/" + SANDBOX.link(attempt.orderCode()).id());
        assertThat(SANDBOX.links()).hasSize(1);
        SANDBOX.pay(attempt.orderCode());
        eventually(() -> stateOf(attempt) == AttemptState.PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"UNKNOWN_FIELD", "UNKNOWN_STATUS"})
    void answersOfTomorrowAreUnderstoodToday(Fault.Kind kind) {
        SANDBOX.faults().setEverywhere(Fault.of(kind));
        var attempt = started(somethingToPay());
        assertThat(attempt.state()).isEqualTo(AttemptState.OPEN);
        assertThat(attempt.qrText()).isNotNull();
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.OPEN);

        SANDBOX.loseWebhooks(true);
        SANDBOX.pay(attempt.orderCode());
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.PAID);
    }

    @Test
    void anAnswerThatTakesTooLongIsUnknownAndFoundAgain() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.slow(Duration.ofSeconds(11)), 1);
        var attempt = started(somethingToPay());
        assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
        assertThat(SANDBOX.links()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"SERVER_ERROR", "UNREACHABLE"})
    void makesTheLinkThatWasNotMade(Fault.Kind kind) {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.of(kind), 1);
        var attempt = started(somethingToPay());
        assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(view(attempt.token()).state()).isEqualTo(AttemptState.OPEN);
        assertThat(view(attempt.token()).qrText()).isNotNull();
        assertThat(SANDBOX.links()).hasSize(1);
    }

    @Test
    void moneyForAnUnknownLinkIsNotLost() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.answerLost(), 1);
        var attempt = started(somethingToPay());
        SANDBOX.loseWebhooks(true);
        SANDBOX.pay(attempt.orderCode());
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void anUnknownLinkThatIsGivenUpIsEndedAtTheGateway() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.answerLost(), 1);
        var attempt = started(somethingToPay());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.CLOSED);
        assertThat(SANDBOX.link(attempt.orderCode()).status().name()).isEqualTo("CANCELLED");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void anOrderCodeOfSomebodyElseIsLeftAlone() {
        var foreign = foreignLinkOfTheNextOrderCode(new Vnd(99_000));
        takesAnotherOrderCode(foreign);
    }

    @Test
    void anOlderLinkOfTheSameAmountIsSomebodyElsesToo() {
        var foreign = foreignLinkOfTheNextOrderCode(PRICE);
        SANDBOX.loseWebhooks(true);
        SANDBOX.pay(foreign);
        pass(Duration.ofMinutes(5));
        takesAnotherOrderCode(foreign);
    }

    private void takesAnotherOrderCode(long foreign) {
        var statusBefore = SANDBOX.link(foreign).status();
        var attempt = started(somethingToPay());
        reconcile();
        assertThat(view(attempt.token()).state()).isEqualTo(AttemptState.OPEN);
        assertThat(view(attempt.token()).orderCode()).isGreaterThan(foreign);
        assertThat(SANDBOX.link(foreign).status()).isEqualTo(statusBefore);
    }

    private long foreignLinkOfTheNextOrderCode(Vnd amount) {
        var next =
                database.sql("select last_value + 1 from payment_order_code")
                        .query(Long.class)
                        .single();
        var end = clock.instant().plus(Duration.ofHours(1));
        assertThat(gateway.create(new LinkRequest(next, amount, "VE", end, "other")))
                .isInstanceOf(Created.class);
        return next;
    }
}
