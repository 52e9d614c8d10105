package vn.busticket.bookings;

/**
 * The crew noted something about a passenger; told in the transaction that does it.
 *
 * @param booking whose passenger it is
 * @param after where the passenger stands now
 */
public record PassengerMarked(BookingId booking, long passenger, PassengerState after) {}
