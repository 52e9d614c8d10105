package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to cancel a booking that has expired or whose travel is over. */
public final class BookingNotCancellable extends BusinessRuleViolation {

    BookingNotCancellable() {
        super("bookings.not-cancellable");
    }
}
