package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: this visitor or this address has started too many payments in the last minute. */
public class TooManyPayments extends BusinessRuleViolation {

    TooManyPayments() {
        super("payments.refused.too-many");
    }
}
