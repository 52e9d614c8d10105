package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a change after which nothing would be different. */
public final class NothingToChange extends BusinessRuleViolation {

    NothingToChange() {
        super("bookings.nothing-to-change");
    }
}
