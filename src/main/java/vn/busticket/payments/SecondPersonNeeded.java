package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: somebody else has to agree to a refund of this size. */
public class SecondPersonNeeded extends BusinessRuleViolation {

    SecondPersonNeeded() {
        super("payments.refused.second-person");
    }
}
