package vn.busticket.bookings;

import java.time.Duration;
import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to change a booking so shortly before the coach leaves. */
public final class ChangeTooLate extends BusinessRuleViolation {

    private static final double MINUTES_PER_HOUR = 60;

    ChangeTooLate(Duration until) {
        super("bookings.change-too-late", until.toMinutes() / MINUTES_PER_HOUR);
    }
}
