package vn.busticket.bookings;

import java.util.Map;
import vn.busticket.seats.HeldSeat;

/**
 * One traveller before and after a change.
 *
 * @param passenger names the traveller
 * @param before the seat with what was paid for it
 * @param after the seat with what it costs, perhaps the same
 * @param stays true if others go by another trip, but this one does not
 */
public record PassengerChange(
        long passenger,
        String nameBefore,
        String nameAfter,
        HeldSeat before,
        HeldSeat after,
        boolean stays) {

    /** True if somebody else travels. */
    public boolean isRenamed() {
        return !nameBefore.equals(nameAfter);
    }

    /** The label of the seat before. */
    public String seatBefore() {
        return before.label();
    }

    /** The label of the seat after. */
    public String seatAfter() {
        return after.label();
    }

    /** The same on another seat of the same class. */
    PassengerChange on(Map<String, String> seats) {
        var label = seats.getOrDefault(after.label(), after.label());
        var seat = new HeldSeat(label, after.seatClass(), after.price());
        return new PassengerChange(passenger, nameBefore, nameAfter, before, seat, stays);
    }

    /** True if the label of the seat is another. */
    public boolean isMoved() {
        return !before.label().equals(after.label());
    }
}
