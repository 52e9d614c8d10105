package vn.busticket.payments;

import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.payments.Ledger.Place;

/**
 * What staff do to refunds; each deed is in the audit log. All of it throws {@link
 * NoSuchElementException} for a number that no refund has, and {@link RefundNotPossible} where the
 * refund stands elsewhere.
 */
@Service
public class RefundDesk {

    private final RefundRepository refunds;
    private final RefundSteps steps;
    private final RefundAccounts accounts;
    private final Ledger ledger;
    private final AuditLog audit;

    RefundDesk(
            RefundRepository refunds,
            RefundSteps steps,
            RefundAccounts accounts,
            Ledger ledger,
            AuditLog audit) {
        this.refunds = refunds;
        this.steps = steps;
        this.accounts = accounts;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * Agrees to a refund; the last agreement needed lets it be sent. Where the account is not known
     * yet the agreement counts for a transfer by hand.
     *
     * @throws SecondPersonNeeded if this person agreed before and another one has to
     */
    @Transactional
    public void approve(RefundId id, AccountId staff) {
        var refund = lock(id);
        if (refund.state() != RefundState.NEEDS_APPROVAL
                && refund.state() != RefundState.NEEDS_ACCOUNT) {
            throw new RefundNotPossible();
        }
        if (!refunds.approve(refund, staff, steps.now())) {
            throw new SecondPersonNeeded();
        }
        audit(refund, staff, "refund.approved", null);
        if (refund.state() == RefundState.NEEDS_APPROVAL && isAgreed(refund)) {
            steps.move(refund, RefundState.APPROVED, RefundActor.staff(staff), "approved");
        }
    }

    /**
     * Sets another account, for example one told on the phone; agreement has to be given anew.
     *
     * @throws AccountRefused if it cannot be an account
     */
    @Transactional
    public void changeAccount(RefundId id, AccountId staff, BankAccount account) {
        var refund = lock(id);
        refund.require(RefundState.NEEDS_APPROVAL);
        if (account.holder().isEmpty()) {
            throw new AccountRefused("payments.refused.account-holder");
        }
        refunds.storeAccount(refund, accounts.seal(account, refund.token()), AccountSource.STAFF);
        audit(refund, staff, "refund.account-changed", null);
        steps.move(refund, RefundState.NEEDS_APPROVAL, RefundActor.staff(staff), "account-given");
    }

    /** Forgets the account and asks the passenger for one. */
    @Transactional
    public void askForAccount(RefundId id, AccountId staff, String reason) {
        var refund = lock(id);
        refund.require(RefundState.NEEDS_ACCOUNT);
        audit(refund, staff, "refund.account-asked", reason);
        steps.move(refund, RefundState.NEEDS_ACCOUNT, RefundActor.staff(staff), "account-asked");
        refunds.forgetAccount(refund);
    }

    /** Takes a failed refund up again; it has to be agreed to anew and is sent under a new key. */
    @Transactional
    public void retry(RefundId id, AccountId staff) {
        var refund = lock(id);
        if (refund.state() != RefundState.FAILED) {
            throw new RefundNotPossible();
        }
        audit(refund, staff, "refund.retried", null);
        steps.move(refund, RefundState.NEEDS_APPROVAL, RefundActor.staff(staff), "retried");
    }

    /**
     * Stores that the money was transferred by hand. Who stores it agrees thereby; from the limit
     * on somebody else must have agreed before.
     *
     * @param reference the bank's number of the transfer, which is the proof
     * @throws ProofMissing without a reference
     * @throws SecondPersonNeeded if too few people agree
     */
    @Transactional
    public void markTransferred(
            RefundId id, AccountId staff, String reference, @Nullable String note) {
        if (reference.isBlank()) {
            throw new ProofMissing();
        }
        var refund = lock(id);
        if (refund.state().isOnItsWay() || refund.state() == RefundState.REFUNDED) {
            throw new RefundNotPossible();
        }
        refunds.approve(refund, staff, steps.now());
        if (!isAgreed(refund)) {
            throw new SecondPersonNeeded();
        }
        refunds.storeProof(refund, reference.strip(), note);
        audit(refund, staff, "refund.transferred-by-hand", note);
        ledger.move(
                refund.transaction(),
                refund.payable(),
                Place.DUE_FOR_REFUND,
                Place.REFUNDED,
                refund.amount(),
                "transferred by hand");
        steps.move(refund, RefundState.REFUNDED, RefundActor.staff(staff), "transferred-by-hand");
    }

    /** The whole account, for who transfers by hand; looking at it is in the audit log. */
    @Transactional
    public BankAccount accountToPay(RefundId id, AccountId staff) {
        var refund = lock(id);
        var account = refund.account();
        if (account == null) {
            throw new RefundNotPossible();
        }
        audit(refund, staff, "refund.account-shown", null);
        return account;
    }

    private RefundCase lock(RefundId id) {
        return refunds.lock(id).orElseThrow();
    }

    private boolean isAgreed(RefundCase refund) {
        return refunds.approvals(refund) >= refund.approvalsNeeded();
    }

    private void audit(RefundCase refund, AccountId staff, String action, @Nullable String reason) {
        audit.record(
                staff,
                action,
                "refund " + refund.id().value(),
                reason,
                Map.of("amountVnd", refund.amount().dong(), "state", refund.state().name()));
    }
}
