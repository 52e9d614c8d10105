package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: this cannot be an account that money goes to; the key says which part of it. */
public class AccountRefused extends BusinessRuleViolation {

    AccountRefused(String messageKey) {
        super(messageKey);
    }
}
