package vn.busticket.trips;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a trip that does not exist or that another company runs, both in the same words. */
public final class TripOfOthers extends BusinessRuleViolation {

    /** In the same words whichever it is. */
    public TripOfOthers() {
        super("trips.of-others");
    }
}
