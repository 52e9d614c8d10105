package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to cancel somebody who sits on the coach already. */
public final class PassengerOnBoard extends BusinessRuleViolation {

    PassengerOnBoard() {
        super("bookings.passenger-on-board");
    }
}
