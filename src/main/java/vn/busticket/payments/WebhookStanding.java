package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How we are reached by a gateway.
 *
 * @param gateway name of the gateway
 * @param proposedUrl the address to register: the public one of this installation
 * @param url the address that was registered last, or tried to
 * @param triedAt when that was
 * @param outcome how it went; absent until it was tried
 * @param detail the gateway's channel, or why it refused, in its own words
 * @param lastGenuineAt when the gateway last called us about a payment, to half a minute
 */
public record WebhookStanding(
        String gateway,
        String proposedUrl,
        @Nullable String url,
        @Nullable Instant triedAt,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable Instant lastGenuineAt) {

    /** How registering went. */
    public enum Outcome {
        /** The gateway tried the address and calls it from now on. */
        ACCEPTED,
        /** The gateway could not use the address; what was registered before stays. */
        REFUSED,
        /** The gateway did not answer; try again. */
        UNKNOWN
    }
}
