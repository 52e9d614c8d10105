package vn.busticket.payments;

import vn.busticket.shared.BusinessRuleViolation;

/** Refused: a refund by hand needs the bank's reference of the transfer as its proof. */
public class ProofMissing extends BusinessRuleViolation {

    ProofMissing() {
        super("payments.refused.proof");
    }
}
