package vn.busticket.payments.payos;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The contract about payouts, a channel of its own at PayOS; all three or none.
 *
 * @param clientId PAYOS_PAYOUT_CLIENT_ID; without the three nothing is paid out through PayOS
 */
@ConfigurationProperties("busticket.payos.payouts")
record PayosPayoutProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String checksumKey) {

    PayosPayoutProperties {
        var given = Stream.of(clientId, apiKey, checksumKey).filter(key -> !key.isBlank()).count();
        if (given != 0 && given != 3) {
            throw new IllegalArgumentException(
                    "PAYOS_PAYOUT_CLIENT_ID, PAYOS_PAYOUT_API_KEY and PAYOS_PAYOUT_CHECKSUM_KEY"
                            + " belong together");
        }
    }

    /** True if refunds can be paid out through PayOS. */
    boolean areGiven() {
        return !clientId.isBlank();
    }

    @Override
    public String toString() {
        return "PayosPayoutProperties[given=" + areGiven() + "]";
    }
}
