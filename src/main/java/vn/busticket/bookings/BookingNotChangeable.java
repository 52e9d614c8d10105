package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to change a booking that is not paid, or that will not travel any more. */
public final class BookingNotChangeable extends BusinessRuleViolation {

    BookingNotChangeable() {
        super("bookings.not-changeable");
    }
}
