package vn.busticket.bookings;

import vn.busticket.seats.HoldId;
import vn.busticket.trips.TripId;

/**
 * A booking was placed; told in the transaction that stores it.
 *
 * @param booking which one
 * @param trip what it travels by
 * @param hold what kept its seats
 */
public record BookingPlaced(BookingId booking, TripId trip, HoldId hold) {}
