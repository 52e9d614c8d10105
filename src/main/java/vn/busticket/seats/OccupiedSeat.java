package vn.busticket.seats;

import java.time.Instant;
import vn.busticket.shared.Stretch;

/**
 * A seat that somebody has on a stretch.
 *
 * @param sold true if it is paid for
 * @param heldUntil when it becomes free unless it is sold
 */
public record OccupiedSeat(
        String label, Stretch stretch, HoldId holdId, boolean sold, Instant heldUntil) {

    /** True while nobody else may have it. */
    public boolean isTaken(Instant now) {
        return sold || heldUntil.isAfter(now);
    }
}
