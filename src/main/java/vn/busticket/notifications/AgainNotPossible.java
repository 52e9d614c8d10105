package vn.busticket.notifications;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: the message still waits, is not wanted, or was sent again already. */
public class AgainNotPossible extends BusinessRuleViolation {

    AgainNotPossible() {
        super("desk.message.again.refused");
    }
}
