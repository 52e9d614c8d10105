package vn.busticket.seats;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long seats are kept and how many one person may keep unpaid.
 *
 * @param holdMinutes how long a fresh hold lasts; fractions allowed
 * @param maxSeatsPerHold seats in one hold
 * @param visitorSeatsPerTrip live unpaid seats of one visitor on one trip
 * @param visitorSeats live unpaid seats of one visitor on all trips
 * @param addressSeatsPerTrip live unpaid seats of one network address on one trip; many phones
 *     share an address
 * @param addressSeats live unpaid seats of one network address on all trips
 */
@ConfigurationProperties("busticket.seats")
public record SeatProperties(
        @DefaultValue("10") double holdMinutes,
        @DefaultValue("6") int maxSeatsPerHold,
        @DefaultValue("12") int visitorSeatsPerTrip,
        @DefaultValue("24") int visitorSeats,
        @DefaultValue("24") int addressSeatsPerTrip,
        @DefaultValue("120") int addressSeats) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    public SeatProperties {
        if (!(holdMinutes > 0 && holdMinutes <= 24 * 60)) {
            throw new IllegalArgumentException(
                    "SEAT_HOLD_MINUTES must be above 0 and at most a day: " + holdMinutes);
        }
        if (maxSeatsPerHold < 1
                || visitorSeatsPerTrip < maxSeatsPerHold
                || visitorSeats < visitorSeatsPerTrip
                || addressSeatsPerTrip < maxSeatsPerHold
                || addressSeats < addressSeatsPerTrip) {
            throw new IllegalArgumentException(
                    "Each limit of busticket.seats must be at least the narrower one: " + this);
        }
    }

    /** How long a fresh hold lasts. */
    public Duration holdTime() {
        return Duration.ofMillis(Math.round(holdMinutes * MILLIS_PER_MINUTE));
    }
}
