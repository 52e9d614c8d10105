package vn.busticket.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.Vnd;

/**
 * Opens refunds: money leaves the place where it is and becomes due, in the transaction of whoever
 * decides so. What staff do to them is in {@link RefundDesk}.
 */
@Service
public class RefundService {

    private final RefundRepository refunds;
    private final RefundSteps steps;
    private final RefundAccounts accounts;
    private final BankTransactionRepository transactions;
    private final Ledger ledger;
    private final RefundProperties properties;

    RefundService(
            RefundRepository refunds,
            RefundSteps steps,
            RefundAccounts accounts,
            BankTransactionRepository transactions,
            Ledger ledger,
            RefundProperties properties) {
        this.refunds = refunds;
        this.steps = steps;
        this.accounts = accounts;
        this.transactions = transactions;
        this.ledger = ledger;
        this.properties = properties;
    }

    /**
     * Gives back unallocated money of a transfer. Tells {@link RefundOpened}, and {@link
     * RefundNeedsAccount} if the banks did not say where the money came from.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the transfer has not that
     *     much left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RefundId open(
            BankTransactionId transaction,
            @Nullable PayableId payable,
            Vnd amount,
            RefundReason reason) {
        return open(transaction, payable, amount, reason, Place.UNALLOCATED);
    }

    /**
     * Gives back money that pays for something, the newest transfer first; one refund for each
     * transfer. Tells the same as {@link #open}.
     *
     * @return none if nothing is allocated any more, so it may be repeated for the whole amount
     * @throws IllegalArgumentException if less than that pays for it, but not nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RefundId> openAllocated(PayableId payable, Vnd amount, RefundReason reason) {
        var opened = new ArrayList<RefundId>();
        var left = amount;
        for (var part : ledger.allocatedParts(payable)) {
            if (left.isPositive()) {
                var back = part.amount().atMost(left);
                opened.add(open(part.transaction(), payable, back, reason, Place.ALLOCATED));
                left = left.minus(back);
            }
        }
        if (left.isPositive() && !opened.isEmpty()) {
            throw new IllegalArgumentException("Less is allocated than is to go back: " + amount);
        }
        return List.copyOf(opened);
    }

    /**
     * Takes the account that a refund goes to from the passenger.
     *
     * @param token the name that the passenger has
     * @throws NoSuchElementException if nothing has that name
     * @throws RefundNotPossible if the account is known already
     * @throws AccountRefused if it cannot be an account
     */
    @Transactional
    public void giveAccount(String token, BankAccount account) {
        var refund = refunds.lockByToken(token).orElseThrow();
        if (refund.state() != RefundState.NEEDS_ACCOUNT) {
            throw new RefundNotPossible();
        }
        if (account.holder().isEmpty()) {
            throw new AccountRefused("payments.refused.account-holder");
        }
        take(refund, account, AccountSource.PASSENGER, RefundActor.PASSENGER);
    }

    private RefundId open(
            BankTransactionId transaction,
            @Nullable PayableId payable,
            Vnd amount,
            RefundReason reason,
            Place from) {
        ledger.move(transaction, payable, from, Place.DUE_FOR_REFUND, amount, word(reason));
        var refund =
                steps.open(
                        new RefundRepository.Opening(
                                OpaqueToken.random(),
                                transaction,
                                payable,
                                amount,
                                reason,
                                properties.approvalsFor(amount)));
        transactions
                .payer(transaction)
                .ifPresentOrElse(
                        payer -> take(refund, payer, AccountSource.TRANSACTION, RefundActor.SYSTEM),
                        () -> steps.askForAccount(refund));
        return refund.id();
    }

    private void take(
            RefundCase refund, BankAccount account, AccountSource source, RefundActor actor) {
        refunds.storeAccount(refund, accounts.seal(account, refund.token()), source);
        steps.move(refund, RefundState.NEEDS_APPROVAL, actor, "account-given");
    }

    private static String word(RefundReason reason) {
        return switch (reason) {
            case PAID_TOO_MUCH -> "paid too much";
            case PAID_TWICE -> "paid twice";
            case PAID_AFTER_CANCELLATION -> "paid after cancellation";
            case PAID_TOO_LATE -> "paid too late";
            case CANCELLED -> "cancelled";
            case UNKNOWN_PAYMENT -> "unknown payment";
            case NOT_USABLE -> "not usable";
            case CHANGED -> "changed";
            case CHANGE_NOT_MADE -> "change not made";
        };
    }
}
