package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.bookings.BookingSweeps.Overdue;
import vn.busticket.bookings.BookingSweeps.Position;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.OpenPayments;
import vn.busticket.payments.PayableId;
import vn.busticket.seats.SeatService;

/**
 * Expires bookings that were not paid in time, a batch in a transaction. While an attempt is open
 * the seats' grace is waited for; where money is recorded and not decided about yet, the booking is
 * left alone, so that expiry never wins over money.
 */
@Component
class BookingExpiry {

    private static final Logger log = LoggerFactory.getLogger(BookingExpiry.class);

    private final BookingSweeps sweeps;
    private final OpenPayments payments;
    private final Ledger ledger;
    private final SeatService seats;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingExpiry(
            BookingSweeps sweeps,
            OpenPayments payments,
            Ledger ledger,
            SeatService seats,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sweeps = sweeps;
        this.payments = payments;
        this.ledger = ledger;
        this.seats = seats;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Expires what is due of the next batch.
     *
     * @return where the batch ended; empty if it was the last
     */
    @Transactional
    Optional<Position> expireBatch(Position after) {
        var now = clock.instant();
        var batch = sweeps.lockOverdue(after, now);
        var due = dueOf(batch, now);
        if (!due.isEmpty()) {
            expire(due, now);
        }
        return batch.size() < BookingSweeps.BATCH
                ? Optional.empty()
                : Optional.of(
                        new Position(
                                batch.getLast().paymentDeadline(), batch.getLast().id().value()));
    }

    private List<Overdue> dueOf(List<Overdue> batch, Instant now) {
        if (batch.isEmpty()) {
            return batch;
        }
        var payables = batch.stream().map(BookingExpiry::payable).toList();
        var undecided = payments.withUnsettledMoney(payables);
        var open = payments.withOpenAttempts(payables);
        return batch.stream()
                .filter(booking -> !undecided.contains(payable(booking)))
                .filter(booking ->
                        !open.contains(payable(booking)) || !booking.heldUntil().isAfter(now))
                .toList();
    }

    private void expire(List<Overdue> due, Instant now) {
        var ids = due.stream().map(Overdue::id).toList();
        sweeps.expire(ids, now);
        seats.releaseAll(due.stream().map(Overdue::holdId).toList());
        due.stream().filter(Overdue::isPartPaid).forEach(booking -> keepPart(booking, now));
        events.publishEvent(new BookingsExpired(ids));
        log.info("bookings expired count={}", ids.size());
    }

    /** The rest may be on its way: what has come already is not sent back at once. */
    private void keepPart(Overdue booking, Instant now) {
        ledger.release(payable(booking), "expired, part paid");
        var kept = new ReceivedMoney(ledger.unallocated(payable(booking)));
        if (!kept.isNothing() && sweeps.keepMoney(booking.id(), kept.total(), now)) {
            events.publishEvent(
                    new MoneyOutcome(
                            booking.id(),
                            kept.latest(),
                            MoneyOutcome.Outcome.LATE_PART_KEPT,
                            kept.total()));
        }
    }

    private static PayableId payable(Overdue booking) {
        return new PayableId(booking.id().value());
    }
}
