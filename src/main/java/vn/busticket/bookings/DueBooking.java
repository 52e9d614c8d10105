package vn.busticket.bookings;

import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * What is still to be paid for a booking.
 *
 * @param amount the price less what was received
 */
record DueBooking(BookingId id, String code, Vnd amount, Instant deadline) {}
