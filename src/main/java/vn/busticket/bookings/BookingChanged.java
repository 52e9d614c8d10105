package vn.busticket.bookings;

import java.util.Set;

/**
 * A paid booking is another one now: other people, seats, trip or contact; told in the same
 * transaction.
 *
 * @param booking which one
 * @param change what was changed
 * @param passengers whose tickets are not true any more
 */
public record BookingChanged(BookingId booking, ChangeId change, Set<Long> passengers) {

    public BookingChanged {
        passengers = Set.copyOf(passengers);
    }
}
