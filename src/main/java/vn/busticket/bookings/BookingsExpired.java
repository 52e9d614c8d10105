package vn.busticket.bookings;

import java.util.List;

/**
 * Bookings were not paid in time; told in the transaction that expires them, some hundreds at once.
 *
 * @param bookings which ones, never empty
 */
public record BookingsExpired(List<BookingId> bookings) {

    public BookingsExpired {
        bookings = List.copyOf(bookings);
    }
}
