package vn.busticket.bookings;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a booking can be paid.
 *
 * @param deadline what people are told
 * @param heldUntil how long the seats are kept, in which the gateway is asked a last time
 */
record PaymentTime(Instant deadline, Instant heldUntil) {

    PaymentTime {
        if (heldUntil.isBefore(deadline)) {
            throw new IllegalArgumentException(
                    "Seats kept until %s, before the deadline %s".formatted(heldUntil, deadline));
        }
    }

    /** The same, but not beyond that instant. */
    PaymentTime atLatest(Instant latest) {
        return deadline.isAfter(latest)
                ? new PaymentTime(latest, latest.plus(Duration.between(deadline, heldUntil)))
                : this;
    }
}
