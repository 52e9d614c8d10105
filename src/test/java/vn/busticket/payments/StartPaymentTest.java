package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.shared.Vnd;

@Tag("P3.2")
class StartPaymentTest extends PaymentsTest {

    @Autowired private TransactionTemplate transaction;

    @Test
    void givesTheQrTextAndEverythingToTypeByHand() {
        var attempt = started(somethingToPay());
        assertThat(attempt.state()).isEqualTo(AttemptState.OPEN);
        assertThat(attempt.orderCode()).isGreaterThan(100_000);
        assertThat(attempt.qrText()).isEqualTo(SANDBOX.qrText(SANDBOX.link(attempt.orderCode())));
        assertThat(attempt.bankName()).isNotBlank();
        assertThat(attempt.accountNumber()).isNotBlank();
        assertThat(attempt.accountName()).isNotBlank();
        assertThat(attempt.transferText()).contains("VE");
        assertThat(attempt.checkoutUrl()).startsWith(SANDBOX.baseUrl());
    }

    @Test
    void returnsToOurPagesByTheTokenAndEndsWithTheDeadline() {
        var attempt = started(somethingToPay());
        var link = SANDBOX.link(attempt.orderCode());
        assertThat(link.returnUrl())
                .isEqualTo("http://localhost:8080/payment/success/" + attempt.token());
        assertThat(link.cancelUrl())
                .isEqualTo("http://localhost:8080/payment/failure/" + attempt.token());
        assertThat(link.expiredAt()).isEqualTo(attempt.expiresAt().getEpochSecond());
    }

    @Test
    void startingTwiceGoesToTheSameAttempt() {
        var payable = somethingToPay();
        assertThat(started(payable)).isEqualTo(started(payable));
        assertThat(SANDBOX.calls().count(Endpoint.CREATE)).isEqualTo(1);
    }

    @Test
    void twentyClicksAtOnceMakeOneLink() {
        var payable = somethingToPay();
        var tokens = new HashSet<>(atOnce(8, () -> attempts.start(wish(payable)).token()));
        assertThat(tokens).hasSize(1);
        assertThat(SANDBOX.calls().count(Endpoint.CREATE)).isEqualTo(1);
    }

    @Test
    void anotherAmountEndsTheFirstAttempt() {
        var payable = somethingToPay();
        var first = started(payable);
        var second = attempts.start(wish(payable, new Vnd(100_000)));
        assertThat(second.state()).isEqualTo(AttemptState.OPEN);
        assertThat(stateOf(first)).isEqualTo(AttemptState.CANCELLED);
        assertThat(SANDBOX.link(first.orderCode()).status().name()).isEqualTo("CANCELLED");
    }

    @Test
    void anotherAmountLeadsToTheFirstAttemptIfThatIsPaid() {
        var payable = somethingToPay();
        SANDBOX.loseWebhooks(true);
        var first = started(payable);
        SANDBOX.pay(first.orderCode());
        var second = attempts.start(wish(payable, new Vnd(100_000)));
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.state()).isEqualTo(AttemptState.PAID);
    }

    @Test
    void aRefusalFailsTheAttemptWithTheGatewaysCode() {
        var payable = somethingToPay();
        SANDBOX.faults().set(Endpoint.CREATE, Fault.of(Fault.Kind.CHANNEL_PAUSED), 1);
        var attempt = started(payable);
        assertThat(attempt.state()).isEqualTo(AttemptState.FAILED);
        assertThat(attempt.failure()).isEqualTo("214");
        assertThat(claimant.closedFor(payable)).hasSize(1);
        assertThat(started(payable).state()).isEqualTo(AttemptState.OPEN);
    }

    @Test
    void refusesToRunInsideATransaction() {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> {
                            var unused = attempts.start(wish(somethingToPay()));
                        }))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    @Tag("P3.10")
    void oneVisitorStartsTenPaymentsAMinuteAndNotEleven() {
        var deadline = clock.instant().plus(Duration.ofMinutes(15));
        for (var count = 0; count < 10; count++) {
            var wish =
                    new StartPayment(somethingToPay(), PRICE, "VE", deadline, "busy", "a" + count);
            assertThat(attempts.start(wish).state()).isEqualTo(AttemptState.OPEN);
        }
        var oneTooMany = new StartPayment(somethingToPay(), PRICE, "VE", deadline, "busy", "a");
        assertThatThrownBy(() -> attempts.start(oneTooMany)).isInstanceOf(TooManyPayments.class);
    }

    @Test
    @Tag("P3.10")
    void oneBookingIsPaidForNoOftenerWhoeverAsks() {
        var payable = somethingToPay();
        for (var count = 0; count < 10; count++) {
            assertThat(attempts.start(wishOf("v" + count, payable, 400_000 + count)).state())
                    .isEqualTo(AttemptState.OPEN);
        }
        assertThatThrownBy(() -> attempts.start(wishOf("v", payable, 500_000)))
                .isInstanceOfSatisfying(
                        TooManyPayments.class,
                        refused -> {
                            assertThat(refused.retryAfterSeconds().orElseThrow()).isBetween(1L, 6L);
                            assertThat(refused.arguments()).hasSize(1);
                        });
    }

    private StartPayment wishOf(String visitor, PayableId payable, long amount) {
        var deadline = clock.instant().plus(Duration.ofMinutes(15));
        var who = visitor + "-" + payable.value();
        return new StartPayment(payable, new Vnd(amount), "VE", deadline, who, who);
    }
}
