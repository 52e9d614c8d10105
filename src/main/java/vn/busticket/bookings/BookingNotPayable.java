package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to start a payment for a booking that is paid, expired or cancelled. */
public final class BookingNotPayable extends BusinessRuleViolation {

    BookingNotPayable() {
        super("bookings.not-payable");
    }
}
