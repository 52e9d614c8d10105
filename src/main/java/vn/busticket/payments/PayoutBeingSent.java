package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: a call that pays may be on its way to the gateway at this moment; try again soon. */
public class PayoutBeingSent extends BusinessRuleViolation {

    PayoutBeingSent() {
        super("payments.refused.payout-being-sent");
    }
}
