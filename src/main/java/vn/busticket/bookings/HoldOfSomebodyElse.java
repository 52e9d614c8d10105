package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a checkout whose hold does not exist or belongs to another visitor. */
public final class HoldOfSomebodyElse extends BusinessRuleViolation {

    HoldOfSomebodyElse() {
        super("bookings.hold-of-somebody-else");
    }
}
