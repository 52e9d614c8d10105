package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: somebody else has decided about this exception meanwhile, or it has ended by itself. */
public final class ExceptionClosed extends BusinessRuleViolation {

    ExceptionClosed() {
        super("payments.exceptions.closed");
    }
}
