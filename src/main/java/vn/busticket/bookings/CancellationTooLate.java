package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to cancel a booking whose coach has left. */
public final class CancellationTooLate extends BusinessRuleViolation {

    CancellationTooLate() {
        super("bookings.cancellation-too-late");
    }
}
