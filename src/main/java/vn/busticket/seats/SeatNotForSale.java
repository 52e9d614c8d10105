package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a seat that this coach does not have or does not sell. */
public final class SeatNotForSale extends BusinessRuleViolation {

    /** Refused. */
    public SeatNotForSale(String label) {
        super("seats.seat-not-for-sale", label);
    }
}
