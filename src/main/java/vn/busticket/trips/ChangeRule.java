package vn.busticket.trips;

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
public record ChangeRule(Duration until, int times, Vnd fee) {

    public ChangeRule {
        if (until.isNegative() || times < 0 || fee.compareTo(Vnd.ZERO) < 0) {
            throw new IllegalArgumentException(
                    "No change until %s, %d times, for %s".formatted(until, times, fee));
        }
    }

    /** When the last change is possible for a coach that leaves then. */
    public Instant endsAt(Instant departsAt) {
        return departsAt.minus(until);
    }

    /** True if bookings may be changed at all. */
    public boolean isPossible() {
        return times > 0;
    }
}
