package vn.busticket.bookings;

/**
 * A booking was paid in full and its seats are sold; told in the same transaction.
 *
 * @param booking which one
 */
public record BookingConfirmed(BookingId booking) {}
