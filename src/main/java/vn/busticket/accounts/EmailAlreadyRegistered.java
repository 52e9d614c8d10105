package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a second account for one mailbox. */
public final class EmailAlreadyRegistered extends BusinessRuleViolation {

    EmailAlreadyRegistered() {
        super("accounts.email-already-registered");
    }
}
