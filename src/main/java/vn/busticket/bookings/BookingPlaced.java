package vn.busticket.bookings;

/**
 * A booking was placed; told in the transaction that stores it.
 *
 * @param booking which one
 */
public record BookingPlaced(BookingId booking) {}
