package vn.busticket.notifications;

import java.time.Instant;
import vn.busticket.bookings.BookingId;

/**
 * A message that this process may try to send now.
 *
 * @param attempt number of the attempt, from 1; who comes later with another number is refused
 */
record Claimed(long id, NotificationKind kind, BookingId booking, int attempt, Instant createdAt) {}
