package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: this cannot be done with an exception of that kind. */
public final class WrongForException extends BusinessRuleViolation {

    WrongForException() {
        super("payments.exceptions.wrong-for-kind");
    }
}
