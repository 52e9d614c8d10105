package vn.busticket.seats;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses more time than a hold may have. */
public final class NoRenewalLeft extends BusinessRuleViolation {

    NoRenewalLeft(int limit) {
        super("seats.no-renewal-left", limit);
    }
}
