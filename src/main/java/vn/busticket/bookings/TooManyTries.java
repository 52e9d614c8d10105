package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses for a while to look for bookings after too many tries. */
public final class TooManyTries extends BusinessRuleViolation {

    TooManyTries() {
        super("bookings.too-many-tries");
    }
}
