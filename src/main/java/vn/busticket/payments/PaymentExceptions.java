package vn.busticket.payments;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;

/**
 * What staff have to decide about transfers, and their decisions: each is made once, with a reason,
 * and stands in the audit log.
 */
@Service
public class PaymentExceptions {

    private final ExceptionBook book;
    private final BankTransactionRepository transactions;
    private final ExceptionMoney money;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final RefundService refunds;

    PaymentExceptions(
            ExceptionBook book,
            BankTransactionRepository transactions,
            ExceptionMoney money,
            ApplicationEventPublisher events,
            AuditLog audit,
            RefundService refunds) {
        this.book = book;
        this.transactions = transactions;
        this.money = money;
        this.events = events;
        this.audit = audit;
        this.refunds = refunds;
    }

    /** One page of what nobody has decided about, oldest first; pages begin at 0. */
    @Transactional(readOnly = true)
    public ExceptionPage open(int page, int size) {
        return new ExceptionPage(book.open(page, size), page, size, book.countOpen());
    }

    /** One page of what is decided, the last decision first; pages begin at 0. */
    @Transactional(readOnly = true)
    public ExceptionPage resolved(int page, int size) {
        return new ExceptionPage(book.resolved(page, size), page, size, book.countResolved());
    }

    /** How many wait for a decision. */
    @Transactional(readOnly = true)
    public long count() {
        return book.countOpen();
    }

    /** One exception, decided or not. */
    @Transactional(readOnly = true)
    public Optional<ExceptionView> find(ExceptionId id) {
        return book.find(id);
    }

    /**
     * Says what money is for that nobody could place, or whose decision fails; it counts as if it
     * had come for that, and {@link PaymentReceived} is told in the same transaction.
     *
     * @throws ExceptionClosed somebody else was faster, or the decision has succeeded meanwhile
     * @throws WrongForException it is no money of ours that waits for a decision
     */
    @Transactional
    public void assign(ExceptionId id, PayableId payable, AccountId staff, String reason) {
        var taken = money.take(id);
        var exception = taken.exception();
        var transaction = exception.transaction();
        transactions.assign(transaction, payable);
        book.resolve(id, ExceptionResolution.ASSIGNED, staff, reason);
        audit(exception, "payment-exception.assigned", staff, reason, "payable", payable.value());
        events.publishEvent(
                new PaymentReceived(
                        transaction, null, payable, taken.amount(), exception.paidAt()));
    }

    /**
     * Sends money that nobody could place, or whose decision fails, back to whoever paid, as a
     * refund that still has to be agreed to.
     *
     * @throws ExceptionClosed somebody else was faster, or the decision has succeeded meanwhile
     * @throws WrongForException it is no money of ours that waits for a decision
     */
    @Transactional
    public RefundId refund(ExceptionId id, AccountId staff, String reason) {
        var taken = money.take(id);
        var exception = taken.exception();
        var why =
                exception.kind() == ExceptionKind.UNKNOWN_ORDER
                        ? RefundReason.UNKNOWN_PAYMENT
                        : RefundReason.NOT_USABLE;
        var refund =
                refunds.open(
                        exception.transaction(),
                        exception.payable().orElse(null),
                        taken.amount(),
                        why);
        book.resolve(id, ExceptionResolution.REFUNDED, staff, reason);
        audit(exception, "payment-exception.refunded", staff, reason, "refund", refund.value());
        return refund;
    }

    /**
     * Closes what was dealt with outside: money that is not in đồng, a contradiction that was
     * cleared up with the bank, money that left twice and was asked back.
     *
     * @throws ExceptionClosed somebody else was faster
     * @throws WrongForException there is money in the ledger that has to go somewhere
     */
    @Transactional
    public void resolve(ExceptionId id, AccountId staff, String note) {
        var exception =
                lock(
                        id,
                        Set.of(
                                ExceptionKind.WRONG_CURRENCY,
                                ExceptionKind.CONTRADICTION,
                                ExceptionKind.PAID_OUT_TWICE));
        book.resolve(id, ExceptionResolution.HANDLED, staff, note);
        audit(exception, "payment-exception.handled", staff, note, "kind", exception.kind().name());
    }

    /**
     * Lets a decision that failed be tried at once instead of after its pause; may be repeated.
     *
     * @throws ExceptionClosed it has succeeded meanwhile
     * @throws WrongForException no decision about it is being tried
     */
    @Transactional
    public void tryAgain(ExceptionId id, AccountId staff) {
        var exception = lock(id, Set.of(ExceptionKind.DECISION_FAILED));
        book.tryDecisionSoon(exception.transaction());
        audit(exception, "payment-exception.tried-again", staff, null, "kind", "DECISION_FAILED");
    }

    private ExceptionView lock(ExceptionId id, Set<ExceptionKind> allowed) {
        var exception = book.lockOpen(id).orElseThrow(ExceptionClosed::new);
        if (!allowed.contains(exception.kind())) {
            throw new WrongForException();
        }
        return exception;
    }

    private void audit(
            ExceptionView exception,
            String action,
            AccountId staff,
            @Nullable String reason,
            String name,
            Object value) {
        audit.record(
                staff,
                action,
                "bank transaction " + exception.transaction().value(),
                reason,
                Map.of("exception", exception.id().value(), name, value));
    }
}
