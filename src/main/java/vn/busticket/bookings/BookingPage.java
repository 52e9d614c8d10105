package vn.busticket.bookings;

import java.util.List;

/**
 * One page of a list of bookings.
 *
 * @param number of this page, from 0
 * @param total how many bookings the whole list has
 */
public record BookingPage(List<BookingDetails> bookings, int number, int size, long total) {

    public BookingPage {
        bookings = List.copyOf(bookings);
    }

    /** How many pages the whole list has. */
    public int pageCount() {
        return (int) ((total + size - 1) / size);
    }
}
