package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to erase an account whose data are still needed. */
public final class ErasureRefused extends BusinessRuleViolation {

    ErasureRefused(String messageKey) {
        super(messageKey);
    }
}
