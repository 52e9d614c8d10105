package vn.busticket.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One webhook on its way to the merchant.
 *
 * @param reference the bank reference that it tells of
 * @param tries what came of each try, oldest first
 */
public record WebhookDelivery(
        long id, long orderCode, String reference, String body, State state, List<Try> tries) {

    /** How far a delivery has got. */
    public enum State {
        /** To be sent, now or again later. */
        WAITING,
        /** Kept back until it is released. */
        HELD,
        /** Answered with 2XX. */
        DELIVERED,
        /** Every try failed. */
        GIVEN_UP,
        /** Never sent: webhooks were being lost, or no address was registered. */
        LOST
    }

    /**
     * One try.
     *
     * @param httpStatus 0 where no answer came
     * @param problem why no 2XX came, in the words of PayOS' HTTP client; empty if one did
     */
    public record Try(Instant at, int httpStatus, String problem, Duration took) {

        /** Whether the merchant took it. */
        public boolean succeeded() {
            return httpStatus / 100 == 2;
        }
    }

    WebhookDelivery become(State next) {
        return new WebhookDelivery(id, orderCode, reference, body, next, tries);
    }

    WebhookDelivery tried(Try outcome, State next) {
        List<Try> all = new ArrayList<>(tries);
        all.add(outcome);
        return new WebhookDelivery(id, orderCode, reference, body, next, List.copyOf(all));
    }
}
