package vn.busticket.bookings;

import vn.busticket.trips.Trip;

/**
 * A trip by which the passengers of another one could go instead.
 *
 * @param freeSeats how many of its seats nobody has on any part of the way
 */
public record OtherRun(Trip trip, int freeSeats) {}
