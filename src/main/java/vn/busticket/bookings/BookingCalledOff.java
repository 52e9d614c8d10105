package vn.busticket.bookings;

import vn.busticket.shared.Vnd;

/**
 * The operator lets the people of a booking not travel; told in the transaction that cancels it.
 *
 * @param booking which one
 * @param refund what goes back, zero if nothing was paid
 */
public record BookingCalledOff(BookingId booking, Vnd refund) {}
