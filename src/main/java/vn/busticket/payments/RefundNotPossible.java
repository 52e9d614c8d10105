package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: the refund has gone on meanwhile, or does not stand where this could be done. */
public class RefundNotPossible extends BusinessRuleViolation {

    RefundNotPossible() {
        super("payments.refused.refund-state");
    }
}
