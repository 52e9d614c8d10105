package vn.busticket.payments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of this room.
 *
 * @param ratePerMinute payments that one visitor may start in a minute; an address may start three
 *     times as many
 * @param webhookRatePerMinute unverified webhook calls that one address may make in a minute
 * @param callsPerSecond how often the whole cluster may call a gateway
 * @param gateway name of the gateway that new attempts use
 */
@Validated
@ConfigurationProperties("busticket.payments")
public record PaymentsProperties(
        @DefaultValue("10") @Positive int ratePerMinute,
        @DefaultValue("60") @Positive int webhookRatePerMinute,
        @DefaultValue("5") @Positive int callsPerSecond,
        @DefaultValue("payos") @NotBlank String gateway) {

    private static final int VISITORS_OF_AN_ADDRESS = 3;

    int ratePerMinuteOfAddress() {
        return ratePerMinute * VISITORS_OF_AN_ADDRESS;
    }
}
