package vn.busticket.bookings;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a booking can be paid.
 *
 * @param paymentMinutes from placing to the deadline; fractions allowed
 * @param graceSeconds how long the seats are kept past the deadline; fractions allowed
 * @param retryMinutes what a retry or a part payment leaves at least
 * @param longestMinutes the latest deadline, counted from placing
 */
@ConfigurationProperties("busticket.bookings")
public record BookingProperties(
        @DefaultValue("15") double paymentMinutes,
        @DefaultValue("90") double graceSeconds,
        @DefaultValue("10") double retryMinutes,
        @DefaultValue("60") double longestMinutes) {

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MILLIS_PER_MINUTE = 60_000;

    public BookingProperties {
        if (!(paymentMinutes > 0 && paymentMinutes <= longestMinutes)) {
            throw new IllegalArgumentException(
                    "BOOKING_PAYMENT_MINUTES must be above 0 and at most %s: %s"
                            .formatted(longestMinutes, paymentMinutes));
        }
        if (!(graceSeconds >= 0 && graceSeconds <= 3_600)) {
            throw new IllegalArgumentException(
                    "SEAT_GRACE_SECONDS must be from 0 to 3600: " + graceSeconds);
        }
        if (!(retryMinutes > 0)) {
            throw new IllegalArgumentException("Retry minutes must be above 0: " + retryMinutes);
        }
    }

    /** The time to pay of a booking placed now. */
    PaymentTime onPlacing(Instant now) {
        return until(now.plus(minutes(paymentMinutes)));
    }

    /**
     * The time to pay after a failure or a part payment: never shorter than before, never beyond
     * the longest, never beyond the departure.
     */
    PaymentTime lengthened(PaymentTime before, Instant placedAt, Instant departsAt, Instant now) {
        var longest = placedAt.plus(minutes(longestMinutes));
        var latest = longest.isAfter(departsAt) ? departsAt : longest;
        var wanted = now.plus(minutes(retryMinutes));
        var longer = wanted.isAfter(before.deadline()) ? wanted : before.deadline();
        return until(longer.isAfter(latest) ? latest : longer);
    }

    private PaymentTime until(Instant deadline) {
        return new PaymentTime(
                deadline,
                deadline.plus(Duration.ofMillis(Math.round(graceSeconds * MILLIS_PER_SECOND))));
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * MILLIS_PER_MINUTE));
    }
}
