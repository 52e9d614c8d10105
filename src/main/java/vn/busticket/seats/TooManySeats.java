package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses more seats in one hold than a person may take. */
public final class TooManySeats extends BusinessRuleViolation {

    TooManySeats(int limit) {
        super("seats.too-many-seats", limit);
    }
}
