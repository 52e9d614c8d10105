package vn.busticket.bookings;

import vn.busticket.shared.Vnd;

/**
 * A booking was given up whole and its seats are free; told in the transaction that cancels it.
 *
 * @param booking which one
 * @param refund what goes back, zero if nothing was paid
 */
public record BookingCancelled(BookingId booking, Vnd refund) {}
