package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/**
 * Refuses what was agreed because a price, a seat or the booking is another by now; nothing was
 * changed.
 */
public final class ChangeOutdated extends BusinessRuleViolation {

    ChangeOutdated() {
        super("bookings.change-outdated");
    }
}
