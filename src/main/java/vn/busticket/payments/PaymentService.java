package vn.busticket.payments;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.BankTransactionRepository.Unsettled;
import vn.busticket.shared.Vnd;

/** Takes in bank transfers: first records them, then settles them, each in its own transaction. */
@Service
public class PaymentService {

    private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

    /** Both together are shorter than the ten seconds after which PayOS gives a webhook up. */
    private static final int SETTLE_SECONDS = 5;

    private static final int RECORD_SECONDS = 4;

    private final BankTransactionRepository transactions;
    private final AttemptRepository attempts;
    private final ApplicationEventPublisher events;
    private final AttemptNews news;
    private final ExceptionBook exceptions;
    private final Clock clock;

    PaymentService(
            BankTransactionRepository transactions,
            AttemptRepository attempts,
            ApplicationEventPublisher events,
            AttemptNews news,
            ExceptionBook exceptions,
            Clock clock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.events = events;
        this.news = news;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * Stores a transfer once, by its bank reference, and enters its money as unallocated; money
     * that is not in đồng becomes an exception instead. Committed when this returns, whatever the
     * caller's transaction does. May be repeated.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, timeout = RECORD_SECONDS)
    public Recorded record(GatewayTransaction transfer) {
        var recorded = transactions.insert(transfer, clock.instant());
        if (recorded.isEmpty()) {
            return recordedBefore(transfer);
        }
        if (!transfer.isInDong()) {
            exceptions.wrongCurrency(recorded.get().transaction(), transfer);
        }
        return recorded.get();
    }

    /**
     * Decides what a recorded transfer is for: counts it for its attempt and tells {@link
     * PaymentReceived} in the same transaction. Does nothing if that was done before. A transfer
     * for an order code that is not ours stays unallocated and becomes an exception.
     */
    @Transactional(timeout = SETTLE_SECONDS)
    public void settle(BankTransactionId transaction) {
        var now = clock.instant();
        var attempt = attempts.lockFor(transaction);
        var transfer = transactions.markSettled(transaction, attempt.orElse(null), now);
        if (transfer.isEmpty()) {
            return;
        }
        if (transfer.get().tries() >= ExceptionBook.TRIES_BEFORE_STAFF) {
            exceptions.decisionSucceeded(transaction);
        }
        if (attempt.isEmpty()) {
            log.warn("money for an unknown order code transaction={}", transaction.value());
            exceptions.unknownOrder(transaction, transfer.get().orderCode());
            return;
        }
        settle(transfer.get(), attempt.get(), now);
    }

    /**
     * Takes a transfer that is not decided about out of the hands of the job: it counts for its
     * attempt, and the caller says in the same transaction what becomes of its money.
     *
     * @return false if it was decided about meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean leaveToStaff(BankTransactionId transaction) {
        var now = clock.instant();
        var attempt = attempts.lockFor(transaction);
        var transfer = transactions.markSettled(transaction, attempt.orElse(null), now);
        transfer.ifPresent(taken -> attempt.ifPresent(known -> count(taken.amount(), known, now)));
        return transfer.isPresent();
    }

    private void settle(Unsettled transfer, Attempt attempt, Instant now) {
        count(transfer.amount(), attempt, now);
        log.info(
                "money settled transaction={} attempt={}",
                transfer.id().value(),
                attempt.id().value());
        events.publishEvent(
                new PaymentReceived(
                        transfer.id(),
                        attempt.id(),
                        attempt.payable(),
                        transfer.amount(),
                        transfer.paidAt()));
    }

    /**
     * Ends an attempt because the gateway reports that paying it failed; its link is closed soon.
     * Nothing changes for an attempt that has money or has ended. May be repeated.
     */
    @Transactional
    public void fail(String gateway, long orderCode, String reason) {
        attempts.lockByOrderCode(gateway, orderCode).ifPresent(attempt -> fail(attempt, reason));
    }

    /** As {@link #fail(String, long, String)}, for an attempt that is known. */
    @Transactional
    void fail(AttemptId id, String reason) {
        attempts.lock(id).ifPresent(attempt -> fail(attempt, reason));
    }

    /** Ends an attempt without money, and tells it; nothing changes for one that has ended. */
    @Transactional
    void close(AttemptId id, AttemptState state, String reason) {
        attempts.lock(id).ifPresent(attempt -> close(attempt, state, reason));
    }

    private void fail(Attempt attempt, String reason) {
        if (attempt.state().isOpen()) {
            close(attempt, AttemptState.FAILED, reason);
            attempts.requestClose(attempt.id(), clock.instant(), clock.instant());
        }
    }

    private void close(Attempt attempt, AttemptState state, String reason) {
        var now = clock.instant();
        var nextCheckAt = CheckPauses.next(state, 0, now).orElse(null);
        if (!attempts.close(attempt.id(), state, reason, nextCheckAt, now)) {
            return;
        }
        news.became(attempt, state);
        events.publishEvent(new AttemptClosed(attempt.id(), attempt.payable(), state, reason));
    }

    private void count(Vnd amount, Attempt attempt, Instant now) {
        var received = attempt.received().plus(amount);
        var state = attempt.stateWith(received);
        attempts.storeReceived(
                attempt, received, CheckPauses.next(state, 0, now).orElse(null), now);
        news.became(attempt, state);
    }

    private Recorded recordedBefore(GatewayTransaction transfer) {
        var known = transactions.known(transfer);
        if (!known.saysTheSameAs(transfer)) {
            exceptions.contradiction(known.recorded().transaction(), transfer);
            log.error(
                    "a bank reference came with another amount or order code transaction={}",
                    known.recorded().transaction().value());
        }
        return known.recorded();
    }
}
