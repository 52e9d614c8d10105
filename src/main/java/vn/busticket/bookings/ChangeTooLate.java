package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to change a booking so shortly before the coach leaves. */
public final class ChangeTooLate extends BusinessRuleViolation {

    ChangeTooLate(long hours) {
        super("bookings.change-too-late", hours);
    }
}
