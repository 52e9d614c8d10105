package vn.busticket.bookings;

import java.util.List;
import vn.busticket.trips.DisruptionId;

/**
 * The people of paid bookings sit on other seats in another coach, of their trip or of the one that
 * they go by instead; told in the transaction that seats them.
 *
 * @param disruption what the operator did, the same for all of them
 */
public record BookingsReseated(DisruptionId disruption, List<BookingId> bookings) {

    public BookingsReseated {
        bookings = List.copyOf(bookings);
    }
}
