package vn.busticket.payments.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is paid out without the keys of the payout channel. */
@Tag("P3.8")
class PayosPayoutsTest {

    private static final PayosProperties CHANNEL =
            new PayosProperties("client", "api", "key", "", URI.create("http://127.0.0.1:1"));

    @Test
    void areOffWithoutTheirKeys() {
        assertThat(payouts(new PayosPayoutProperties("", "", "")).areOn()).isFalse();
        var on = payouts(new PayosPayoutProperties("c", "a", "k"));
        assertThat(on.areOn()).isTrue();
        on.close();
    }

    @Test
    void needAllThreeKeysOrNone() {
        assertThatThrownBy(() -> new PayosPayoutProperties("c", "", "k"))
                .hasMessageContaining("PAYOS_PAYOUT_API_KEY");
    }

    @Test
    void doNotPrintTheirKeys() {
        assertThat(new PayosPayoutProperties("client", "secret-a", "secret-k").toString())
                .doesNotContain("secret");
    }

    private static PayosPayouts payouts(PayosPayoutProperties properties) {
        return new PayosPayouts(properties, CHANNEL, new RetryAfter());
    }
}
