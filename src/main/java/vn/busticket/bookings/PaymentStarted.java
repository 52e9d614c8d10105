package vn.busticket.bookings;

/**
 * Somebody was led to a page to pay for a booking or for a change of it, perhaps not for the first
 * time; told outside of transactions.
 *
 * @param booking which one
 */
public record PaymentStarted(BookingId booking) {}
