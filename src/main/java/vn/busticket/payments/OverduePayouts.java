package vn.busticket.payments;

import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.payments.Ledger.Place;

/**
 * What staff decide about a payout whose end the gateway does not tell, once it has been on its way
 * for too long; each word is in the audit log. The gateway is still asked afterwards, so that a
 * wrong word comes to light. All of it throws {@link NoSuchElementException} for a number that no
 * refund has, {@link RefundNotPossible} where the refund has no payout that is overdue, and {@link
 * ProofMissing} without a proof.
 */
@Service
public class OverduePayouts {

    private static final int PEOPLE = 2;

    private final RefundRepository refunds;
    private final PayoutRepository payouts;
    private final RefundSteps steps;
    private final Ledger ledger;
    private final AuditLog audit;
    private final RefundProperties properties;

    OverduePayouts(
            RefundRepository refunds,
            PayoutRepository payouts,
            RefundSteps steps,
            Ledger ledger,
            AuditLog audit,
            RefundProperties properties) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.steps = steps;
        this.ledger = ledger;
        this.audit = audit;
        this.properties = properties;
    }

    /**
     * Ends a payout because the gateway has paid it. Tells {@link RefundPaidOut}.
     *
     * @param proof the bank's number of the transfer
     */
    @Transactional
    public void paid(RefundId id, AccountId staff, String proof) {
        var refund = refunds.lock(id).orElseThrow();
        var payout = overdue(refund, proof);
        payouts.paidSayStaff(
                payout, proof.strip(), PayoutPauses.afterSuccess(0, steps.now()).orElseThrow());
        audit(refund, payout, staff, "refund.payout-paid", proof);
        move(refund, Place.REFUNDED, "paid out, staff say");
        steps.move(refund, RefundState.REFUNDED, RefundActor.staff(staff), "said-paid");
    }

    /**
     * Says that the gateway has not paid a payout. The second person who says so closes it for
     * good: it is never sent again, and its money is due once more. Tells {@link RefundFailed}
     * then.
     *
     * @param proof what the gateway or the bank wrote, or where it can be read
     * @return true if the payout is closed now
     * @throws SecondPersonNeeded if this person said so before
     * @throws PayoutBeingSent if it may be being sent at this moment
     */
    @Transactional
    public boolean unpaid(RefundId id, AccountId staff, String proof) {
        var refund = refunds.lock(id).orElseThrow();
        var payout = overdue(refund, proof);
        var now = steps.now();
        if (payout.isBeingSent(now)) {
            throw new PayoutBeingSent();
        }
        if (!payouts.saysUnpaid(payout, staff, proof.strip(), now)) {
            throw new SecondPersonNeeded();
        }
        audit(refund, payout, staff, "refund.payout-unpaid", proof);
        if (payouts.unpaidWords(payout) < PEOPLE) {
            steps.note(refund, RefundActor.staff(staff), "said-unpaid");
            return false;
        }
        payouts.close(payout, PayoutPauses.afterClosing(now, now).orElseThrow(), now);
        move(refund, Place.DUE_FOR_REFUND, "not paid out, staff say");
        steps.fail(refund, RefundActor.staff(staff), "closed-unpaid", "closed by staff");
        return true;
    }

    private Payout overdue(RefundCase refund, String proof) {
        if (proof.isBlank()) {
            throw new ProofMissing();
        }
        var since = properties.overdueSince(steps.now());
        return payouts.open(refund)
                .filter(payout -> !payout.requestedAt().isAfter(since))
                .orElseThrow(RefundNotPossible::new);
    }

    private void move(RefundCase refund, Place to, String reason) {
        ledger.move(
                refund.transaction(),
                refund.payable(),
                Place.IN_REFUND,
                to,
                refund.amount(),
                reason);
    }

    private void audit(
            RefundCase refund, Payout payout, AccountId staff, String action, String proof) {
        audit.record(
                staff,
                action,
                "refund " + refund.id().value(),
                proof.strip(),
                Map.of(
                        "amountVnd",
                        refund.amount().dong(),
                        "state",
                        refund.state().name(),
                        "payout",
                        payout.order().reference()));
    }
}
