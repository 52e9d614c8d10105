package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses for a minute what somebody tried too often. */
public final class TooManyAttempts extends BusinessRuleViolation {

    TooManyAttempts() {
        super("accounts.too-many-attempts");
    }
}
