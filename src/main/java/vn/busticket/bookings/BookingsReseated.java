package vn.busticket.bookings;

import java.util.List;
import vn.busticket.trips.DisruptionId;

/**
 * The people of paid bookings sit on other seats in another coach; told in the transaction that
 * seats them.
 *
 * @param disruption the change of the coach, the same for all of them
 */
public record BookingsReseated(DisruptionId disruption, List<BookingId> bookings) {

    public BookingsReseated {
        bookings = List.copyOf(bookings);
    }
}
