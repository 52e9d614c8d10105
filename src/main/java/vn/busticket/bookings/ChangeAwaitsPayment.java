package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses another change while one waits for its money. */
public final class ChangeAwaitsPayment extends BusinessRuleViolation {

    ChangeAwaitsPayment() {
        super("bookings.change-awaits-payment");
    }
}
