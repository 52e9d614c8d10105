package vn.busticket.bookings;

import vn.busticket.seats.HeldSeat;

/**
 * One traveller before and after a change.
 *
 * @param passenger names the traveller
 * @param before the seat with what was paid for it
 * @param after the seat with what it costs, perhaps the same
 */
public record PassengerChange(
        long passenger, String nameBefore, String nameAfter, HeldSeat before, HeldSeat after) {

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

    /** True if the label of the seat is another. */
    public boolean isMoved() {
        return !before.label().equals(after.label());
    }
}
