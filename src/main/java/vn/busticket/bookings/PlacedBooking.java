package vn.busticket.bookings;

import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * A booking that waits for its money.
 *
 * @param accessToken for the link that opens it
 * @param paymentDeadline until when it can be paid
 */
public record PlacedBooking(
        BookingId id, String code, String accessToken, Vnd total, Instant paymentDeadline) {}
