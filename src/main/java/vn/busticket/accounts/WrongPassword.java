package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a change by somebody who does not know the current password. */
public final class WrongPassword extends BusinessRuleViolation {

    WrongPassword() {
        super("accounts.wrong-password");
    }
}
