package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a password that is too short, too long, or among those that attackers try first. */
public final class PasswordRefused extends BusinessRuleViolation {

    PasswordRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
