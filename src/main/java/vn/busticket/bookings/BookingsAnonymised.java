package vn.busticket.bookings;

import java.util.List;

/** Nobody can tell any more whose bookings these were. */
public record BookingsAnonymised(List<BookingId> bookings) {

    public BookingsAnonymised {
        bookings = List.copyOf(bookings);
    }
}
