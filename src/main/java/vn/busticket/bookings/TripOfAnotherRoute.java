package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a trip that does not go from the same stop to the same stop. */
public final class TripOfAnotherRoute extends BusinessRuleViolation {

    TripOfAnotherRoute() {
        super("bookings.trip-of-another-route");
    }
}
