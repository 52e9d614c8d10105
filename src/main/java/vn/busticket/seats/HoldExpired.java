package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to keep seats whose time is over, or that were given up. */
public final class HoldExpired extends BusinessRuleViolation {

    /** Refused. */
    public HoldExpired() {
        super("seats.hold-expired");
    }
}
