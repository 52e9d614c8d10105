package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.LinkStatus;

/** A link whose making was never answered has no QR code; who waits for one gets another link. */
@Tag("P3.2")
class ReplacedLinkTest extends PaymentsTest {

    @BeforeEach
    void loseTheAnswerOnce() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.answerLost(), 1);
    }

    @Test
    void whoWaitsGetsAQrCodeUnderAnotherOrderCode() {
        var lost = started(somethingToPay());
        pass(Duration.ofSeconds(4));
        attempts.checkSoon(lost.token());
        reconcile();

        var now = queries.ofPayable(lost.payable());
        assertThat(now).hasSize(2);
        assertThat(now.getFirst().state()).isEqualTo(AttemptState.OPEN);
        assertThat(now.getFirst().qrText()).isNotNull();
        assertThat(now.getFirst().isFoundAgain()).isFalse();
        assertThat(now.getFirst().amount()).isEqualTo(lost.amount());
        assertThat(now.getFirst().expiresAt()).isEqualTo(lost.expiresAt());
        assertThat(now.getLast().state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(SANDBOX.link(lost.orderCode()).status()).isEqualTo(LinkStatus.CANCELLED);
        assertThat(SANDBOX.links().stream().filter(link -> link.status() == LinkStatus.PENDING))
                .hasSize(1);
        assertThat(claimant.closedFor(lost.payable())).hasSize(1);
    }

    @Test
    void aLinkThatNobodyWaitedForIsReplacedWhenItsPageIsOpened() {
        var lost = started(somethingToPay());
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(view(lost.token()).state()).isEqualTo(AttemptState.OPEN);
        assertThat(view(lost.token()).isFoundAgain()).isTrue();
        assertThat(view(lost.token()).qrText()).isNull();

        pass(Duration.ofSeconds(30));
        attempts.checkSoon(lost.token());
        reconcile();
        assertThat(queries.ofPayable(lost.payable()).getFirst().qrText()).isNotNull();
    }

    @Test
    void aLinkThatWasPaidIsNotReplaced() {
        SANDBOX.loseWebhooks(true);
        var lost = started(somethingToPay());
        SANDBOX.pay(lost.orderCode());
        pass(Duration.ofSeconds(4));
        attempts.checkSoon(lost.token());
        reconcile();
        assertThat(queries.ofPayable(lost.payable())).hasSize(1);
        assertThat(stateOf(lost)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void aLinkThatIsPaidWhileNobodyLooksIsNotReplacedEither() {
        var lost = started(somethingToPay());
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(view(lost.token()).isFoundAgain()).isTrue();
        SANDBOX.loseWebhooks(true);
        SANDBOX.pay(lost.orderCode());
        pass(Duration.ofSeconds(3));
        attempts.checkSoon(lost.token());
        reconcile();
        assertThat(queries.ofPayable(lost.payable())).hasSize(1);
        assertThat(stateOf(lost)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void nothingIsReplacedAsLongAsNobodyKnowsThatTheOldLinkHasEnded() {
        var lost = started(somethingToPay());
        SANDBOX.faults().set(Endpoint.CANCEL, Fault.answerLost(), 1);
        pass(Duration.ofSeconds(4));
        attempts.checkSoon(lost.token());
        reconcile();
        assertThat(queries.ofPayable(lost.payable())).hasSize(1);

        pass(Duration.ofSeconds(4));
        attempts.checkSoon(lost.token());
        reconcile();
        var now = queries.ofPayable(lost.payable());
        assertThat(now).hasSize(2);
        assertThat(now.getFirst().qrText()).isNotNull();
    }

    @Test
    void moneyThatComesToTheReplacedLinkAfterAllIsNotLost() {
        var lost = started(somethingToPay());
        pass(Duration.ofSeconds(4));
        attempts.checkSoon(lost.token());
        reconcile();
        SANDBOX.transfer(lost.orderCode(), PRICE.dong());
        eventually(() -> stateOf(lost) == AttemptState.PAID);
        assertThat(claimant.receivedFor(lost.payable())).hasSize(1);
    }
}
