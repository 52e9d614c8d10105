package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refund can always be transferred by hand, with the bank's reference as its proof. */
@Tag("P3.8")
class RefundByHandTest extends RefundsTest {

    @Test
    void worksWithoutAGateway() {
        var refund = opened(SMALL);
        desk.markTransferred(refund, CLERK, " FT26330123456 ", null);
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(details(refund).handReference()).isEqualTo("FT26330123456");
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        run(SendRefundsJob.class);
        assertThat(SANDBOX.payouts().all()).isEmpty();
    }

    @Test
    void worksWhereTheAccountWasToldElsewhere() {
        var refund = open(arrived(SMALL, null), SMALL);
        desk.markTransferred(refund, CLERK, "FT1", "paid at the counter's bank");
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
    }

    @Test
    void needsAProof() {
        var refund = opened(SMALL);
        assertThatThrownBy(() -> desk.markTransferred(refund, CLERK, "  ", null))
                .isInstanceOf(ProofMissing.class);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void needsTwoPeopleFromTheLimitOn() {
        var refund = opened(LARGE);
        assertThatThrownBy(() -> desk.markTransferred(refund, CLERK, "FT2", null))
                .isInstanceOf(SecondPersonNeeded.class);
        desk.approve(refund, CLERK);
        assertThatThrownBy(() -> desk.markTransferred(refund, CLERK, "FT2", null))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(money(refund)).isEqualTo(allDue(LARGE));

        desk.markTransferred(refund, CHIEF, "FT2", null);
        assertThat(money(refund)).isEqualTo(allRefunded(LARGE));
    }

    @Test
    void happensOnce() {
        var refund = opened(SMALL);
        atOnce(
                8,
                () -> {
                    try {
                        desk.markTransferred(refund, CLERK, "FT3", null);
                        return true;
                    } catch (RefundNotPossible refused) {
                        return false;
                    }
                });
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @Test
    void isRefusedWhileTheGatewayMayBePaying() {
        var refund = sent(SMALL);
        assertThatThrownBy(() -> desk.markTransferred(refund, CLERK, "FT4", null))
                .isInstanceOf(RefundNotPossible.class);
        check(Duration.ofSeconds(10));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }
}
