package vn.busticket.trips;

import java.time.Duration;
import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * What cancelling costs until some time before the departure.
 *
 * @param until how long before the departure it ends
 * @param feePercent what is kept of the price of a seat, from 0 to 100
 * @param fee what is kept for each seat besides
 */
public record CancellationTier(Duration until, int feePercent, Vnd fee) {

    private static final int ALL = 100;
    private static final long ROUND_TO_DONG = 1_000;

    public CancellationTier {
        if (until.isNegative()) {
            throw new IllegalArgumentException("A tier ends after the departure: " + until);
        }
        if (feePercent < 0 || feePercent > ALL || fee.compareTo(Vnd.ZERO) < 0) {
            throw new IllegalArgumentException(
                    "A tier keeps %d percent and %s".formatted(feePercent, fee));
        }
    }

    /** When it ends for a coach that leaves then. */
    public Instant endsAt(Instant departsAt) {
        return departsAt.minus(until);
    }

    /** What is kept of the price of one seat: rounded half up to whole thousands, never more. */
    public Vnd feeOf(Vnd price) {
        if (feePercent == ALL) {
            return price;
        }
        var exact = Math.multiplyExact(price.dong(), feePercent);
        var thousands = (exact + ALL * ROUND_TO_DONG / 2) / (ALL * ROUND_TO_DONG);
        return new Vnd(thousands * ROUND_TO_DONG).plus(fee).atMost(price);
    }

    /** True if nothing is kept. */
    public boolean isFree() {
        return feePercent == 0 && !fee.isPositive();
    }

    /** True if the whole price is kept. */
    public boolean keepsAll() {
        return feePercent == ALL;
    }
}
