package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.BankTransactionRepository.Asked;
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
        var entry = transactions.store(transfer, clock.instant());
        var transaction = entry.recorded().transaction();
        if (!entry.saysTheSame()) {
            exceptions.contradiction(transaction, transfer);
            log.error(
                    "a bank reference came with another amount or order code transaction={}",
                    transaction.value());
        }
        if (entry.recorded().isNew() && !transfer.isInDong()) {
            exceptions.wrongCurrency(transaction, transfer);
        }
        return entry.recorded();
    }

    /**
     * Decides what a recorded transfer is for: counts it for its attempt and tells {@link
     * PaymentReceived} in the same transaction. Does nothing if that was done before. A transfer
     * for an order code that is not ours stays unallocated and becomes an exception.
     */
    @Transactional(timeout = SETTLE_SECONDS)
    public void settle(BankTransactionId transaction) {
        var now = clock.instant();
        var settled = transactions.markSettled(transaction, now);
        if (settled.isEmpty()) {
            return;
        }
        var transfer = settled.get();
        if (transfer.tries() >= ExceptionBook.TRIES_BEFORE_STAFF) {
            exceptions.decisionSucceeded(transaction);
        }
        if (transfer.attempt().isEmpty()) {
            log.warn("money for an unknown order code transaction={}", transaction.value());
            exceptions.unknownOrder(transaction, transfer.orderCode());
            return;
        }
        settle(transfer, transfer.attempt().get(), now);
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
        var taken = transactions.markSettled(transaction, now);
        taken.ifPresent(transfer ->
                transfer.attempt().ifPresent(asked -> count(transfer.amount(), asked, now)));
        return taken.isPresent();
    }

    private void settle(Unsettled transfer, Asked asked, Instant now) {
        count(transfer.amount(), asked, now);
        news.settled(Duration.between(transfer.paidAt(), now));
        log.info(
                "money settled transaction={} attempt={}",
                transfer.id().value(),
                asked.attempt().value());
        events.publishEvent(
                new PaymentReceived(
                        transfer.id(),
                        asked.attempt(),
                        asked.payable(),
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
        news.became(attempt.token(), state);
        events.publishEvent(new AttemptClosed(attempt.id(), attempt.payable(), state, reason));
    }

    private void count(Vnd amount, Asked asked, Instant now) {
        var received = asked.received().plus(amount);
        var state = AttemptState.paidBy(received, asked.amount());
        var nextCheckAt = CheckPauses.next(state, 0, now).orElse(null);
        news.became(
                attempts.storeReceived(asked.attempt(), received, state, nextCheckAt, now), state);
    }
}
