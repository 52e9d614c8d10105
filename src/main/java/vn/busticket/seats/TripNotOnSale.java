package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/**
 * Refuses seats of a trip that has left, is cancelled, past its sales cut-off, or not sold on that
 * stretch.
 */
public final class TripNotOnSale extends BusinessRuleViolation {

    /** Refused. */
    public TripNotOnSale() {
        super("seats.trip-not-on-sale");
    }
}
