package vn.busticket.storefront;

import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;

/** A trip with the stretch of it that a passenger wants. */
record ChosenTrip(Trip trip, Stretch stretch) {}
