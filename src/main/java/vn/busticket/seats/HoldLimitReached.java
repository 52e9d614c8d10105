package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses seats to somebody who keeps many unpaid ones already. */
public final class HoldLimitReached extends BusinessRuleViolation {

    HoldLimitReached(int limit) {
        super("seats.hold-limit-reached", limit);
    }
}
