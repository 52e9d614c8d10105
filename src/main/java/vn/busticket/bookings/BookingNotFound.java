package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a booking that does not exist. */
public final class BookingNotFound extends BusinessRuleViolation {

    BookingNotFound() {
        super("bookings.not-found");
    }
}
