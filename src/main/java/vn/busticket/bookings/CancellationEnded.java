package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to cancel when the policy of the booking does not let anybody any more. */
public final class CancellationEnded extends BusinessRuleViolation {

    CancellationEnded() {
        super("bookings.cancellation-ended");
    }
}
