package vn.busticket.bookings;

import vn.busticket.trips.TripId;

/** A trip does not run; told in the transaction that calls it off. Its bookings follow. */
public record TripCalledOff(TripId trip) {}
