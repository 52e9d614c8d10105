package vn.busticket.bookings;

import java.util.List;
import vn.busticket.trips.DisruptionId;

/**
 * Paid bookings follow their trip to another time; told in the transaction that moves them.
 *
 * @param disruption the move, the same for all of them
 */
public record BookingsMoved(DisruptionId disruption, List<BookingId> bookings) {

    public BookingsMoved {
        bookings = List.copyOf(bookings);
    }
}
