package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.payments.RefundReason;
import vn.busticket.payments.RefundService;
import vn.busticket.shared.Vnd;

/** Moves the money of a locked booking and tells what became of it. */
@Component
class BookingMoney {

    private static final Logger log = LoggerFactory.getLogger(BookingMoney.class);

    private final Ledger ledger;
    private final RefundService refunds;
    private final ApplicationEventPublisher events;

    BookingMoney(Ledger ledger, RefundService refunds, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.refunds = refunds;
        this.events = events;
    }

    /** What has just come, together with what was kept before. */
    ReceivedMoney unused(Booking booking, PaymentReceived received) {
        return booking.keepsMoney()
                ? kept(booking)
                : new ReceivedMoney(
                        List.of(new Ledger.Part(received.transaction(), received.amount())));
    }

    /** What is kept for the booking without being used. */
    ReceivedMoney kept(Booking booking) {
        return new ReceivedMoney(ledger.unallocated(payable(booking)));
    }

    /** What is still to be paid; nothing pays for a booking that is not paid and not in part. */
    Vnd due(Booking booking) {
        return booking.isPartPaid() ? booking.total().minus(paid(booking)) : booking.total();
    }

    /** What pays for the booking at the moment. */
    Vnd paid(Booking booking) {
        return ledger.balance(payable(booking), Ledger.Place.ALLOCATED);
    }

    /** Uses money to pay for the booking. */
    void use(Booking booking, ReceivedMoney money) {
        for (var part : money.parts()) {
            ledger.allocate(part.transaction(), payable(booking), part.amount());
        }
    }

    /** Lets so much of what pays for one booking pay for another instead. */
    void passOn(Booking booking, Booking party, Vnd amount) {
        ledger.reassign(payable(booking), payable(party), amount);
    }

    /** Tells that late money bought other seats than it was sent for. */
    void tellElsewhere(Booking booking, SeatMoves moves, PaymentReceived received, Instant now) {
        booking.note(
                Outcome.CHANGED_ON_OTHER_SEATS.event(),
                Actor.BANK,
                HistoryDetail.of(received.amount(), moves),
                now);
        tell(booking, Outcome.CHANGED_ON_OTHER_SEATS, received);
    }

    /** Keeps money that is not enough. */
    void keep(Booking booking, PaymentReceived received, Instant now) {
        booking.keepMoney(received.amount(), now);
        tell(booking, Outcome.LATE_PART_KEPT, received);
    }

    /** Sends money back that cannot be used; nothing happens if there is none. */
    void giveBack(Booking booking, ReceivedMoney money, Outcome outcome, Instant now) {
        if (money.isNothing()) {
            return;
        }
        for (var part : money.parts()) {
            refunds.open(part.transaction(), payable(booking), part.amount(), reason(outcome));
        }
        booking.returnMoney(outcome.event(), actor(outcome), money.total(), now);
        tell(new MoneyOutcome(booking.id(), money.latest(), outcome, money.total()));
    }

    /** What is there for those who still travel: what pays for them, and what is kept besides. */
    Vnd received(Booking booking) {
        return paid(booking).minus(booking.fees()).plus(kept(booking).total());
    }

    /** Sends back what has just come, whatever else is kept for the booking. */
    void giveBackAlone(Booking booking, PaymentReceived received, Outcome outcome, Instant now) {
        refunds.open(received.transaction(), payable(booking), received.amount(), reason(outcome));
        booking.note(outcome.event(), Actor.BANK, HistoryDetail.of(received.amount()), now);
        tell(booking, outcome, received);
    }

    /**
     * Sends back what goes back when all or a part is cancelled; a fee stays where it is, and what
     * is kept for a change goes back with the change unless it ends here.
     */
    void giveBack(Booking booking, CancellationQuote price) {
        var kept = price.isWhole() ? kept(booking) : new ReceivedMoney(List.of());
        var used = price.refund().minus(kept.total());
        if (used.isPositive()) {
            refunds.openAllocated(payable(booking), used, RefundReason.CANCELLED);
        }
        for (var part : kept.parts()) {
            refunds.open(
                    part.transaction(), payable(booking), part.amount(), RefundReason.CANCELLED);
        }
    }

    /** Tells what became of a transfer. */
    void tell(Booking booking, Outcome outcome, PaymentReceived received) {
        tell(new MoneyOutcome(booking.id(), received.transaction(), outcome, received.amount()));
    }

    private void tell(MoneyOutcome outcome) {
        events.publishEvent(outcome);
        log.info(
                "odd payment booking={} transaction={} outcome={}",
                outcome.booking().value(),
                outcome.transaction().value(),
                outcome.outcome());
    }

    private static Actor actor(Outcome outcome) {
        return outcome == Outcome.REFUND_REST_NEVER_CAME
                        || outcome == Outcome.REFUND_CHANGE_NOT_MADE
                ? Actor.TIME
                : Actor.BANK;
    }

    private static RefundReason reason(Outcome outcome) {
        return switch (outcome) {
            case REFUND_SURPLUS -> RefundReason.PAID_TOO_MUCH;
            case REFUND_PAID_TWICE -> RefundReason.PAID_TWICE;
            case REFUND_AFTER_CANCELLATION -> RefundReason.PAID_AFTER_CANCELLATION;
            case REFUND_TOO_LATE -> RefundReason.PAID_TOO_LATE;
            case REFUND_TRIP_CALLED_OFF, REFUND_REST_NEVER_CAME -> RefundReason.CANCELLED;
            case REFUND_CHANGE_TOO_LATE, REFUND_CHANGE_NOT_MADE -> RefundReason.CHANGE_NOT_MADE;
            case PART_PAID,
                    CONFIRMED_LATE,
                    CONFIRMED_ON_OTHER_SEATS,
                    CHANGED_ON_OTHER_SEATS,
                    LATE_PART_KEPT ->
                    throw new IllegalArgumentException("Nothing goes back: " + outcome);
        };
    }

    private static PayableId payable(Booking booking) {
        return new PayableId(booking.id().value());
    }
}
