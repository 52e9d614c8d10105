package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses seats while too many others are buying on the same trip; trying again helps. */
public final class TripBusy extends BusinessRuleViolation {

    TripBusy() {
        super("seats.trip-busy");
    }
}
