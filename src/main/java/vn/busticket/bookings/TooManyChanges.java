package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to change a booking once more than its terms allow. */
public final class TooManyChanges extends BusinessRuleViolation {

    TooManyChanges(int times) {
        super("bookings.too-many-changes", times);
    }
}
