package vn.busticket.bookings;

import java.time.Duration;
import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * How a booking may be changed.
 *
 * @param until how long before the departure the last change is possible
 * @param times how often one booking may be changed
 * @param fee what one change costs, besides the difference in price
 */
public record ChangeTerms(Duration until, int times, Vnd fee) {

    /** Until four hours before the departure, twice, for nothing. */
    public static final ChangeTerms USUAL = new ChangeTerms(Duration.ofHours(4), 2, Vnd.ZERO);

    public ChangeTerms {
        if (until.isNegative() || times < 0 || fee.compareTo(Vnd.ZERO) < 0) {
            throw new IllegalArgumentException(
                    "No change until %s, %d times, for %s".formatted(until, times, fee));
        }
    }

    /** When the last change is possible for a coach that leaves then. */
    public Instant endsAt(Instant departsAt) {
        return departsAt.minus(until);
    }
}
