package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.Vnd;

/**
 * Decides what a bank transfer is for, in the transaction that settles it. Money that cannot be
 * used stays unallocated under the booking's name, where staff see it; nothing here loses it.
 */
@Component
class PaymentListener {

    private static final Logger log = LoggerFactory.getLogger(PaymentListener.class);

    private final BookingRepository bookings;
    private final BookingConfirmation confirmation;
    private final SeatService seats;
    private final Ledger ledger;
    private final BookingProperties properties;
    private final Clock clock;

    PaymentListener(
            BookingRepository bookings,
            BookingConfirmation confirmation,
            SeatService seats,
            Ledger ledger,
            BookingProperties properties,
            Clock clock) {
        this.bookings = bookings;
        this.confirmation = confirmation;
        this.seats = seats;
        this.ledger = ledger;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(PaymentReceived money) {
        var found = bookings.lock(money.payable().value());
        if (found.isEmpty()) {
            log.warn("money for no booking transaction={}", money.transaction().value());
            return;
        }
        var booking = found.get();
        var now = clock.instant();
        switch (booking.state()) {
            case AWAITING_PAYMENT -> payInTime(booking, money, now);
            case EXPIRED -> payLate(booking, money, now);
            case CONFIRMED, COMPLETED -> owe(booking, money, "paid again", now);
            case CANCELLED -> owe(booking, money, "paid after cancellation", now);
        }
    }

    private void payInTime(Booking booking, PaymentReceived money, Instant now) {
        var due = amountDue(booking, money.payable());
        if (money.amount().compareTo(due) < 0) {
            payInPart(booking, money, now);
        } else if (confirmation.sellSeats(booking)) {
            confirm(booking, money, due, now);
        } else {
            keepUnallocated(booking, money, now);
        }
    }

    private void payLate(Booking booking, PaymentReceived money, Instant now) {
        var due = amountDue(booking, money.payable());
        if (money.amount().compareTo(due) >= 0 && confirmation.sellSeatsAgain(booking, now)) {
            confirm(booking, money, due, now);
        } else {
            keepUnallocated(booking, money, now);
        }
    }

    private void confirm(Booking booking, PaymentReceived money, Vnd due, Instant now) {
        ledger.allocate(money.transaction(), money.payable(), due);
        var surplus = money.amount().minus(due);
        if (surplus.isPositive()) {
            ledger.dueForRefund(money.transaction(), money.payable(), surplus, "paid too much");
        }
        confirmation.confirm(booking, money.amount(), now);
    }

    /** The first part lengthens the time to pay, later ones do not: else it would never end. */
    private void payInPart(Booking booking, PaymentReceived money, Instant now) {
        var time =
                booking.isPartPaid()
                        ? booking.paymentTime()
                        : properties.lengthened(booking.paymentTime(), booking.placedAt(), now);
        if (!seats.keepUntil(booking.holdId(), time.heldUntil())) {
            keepUnallocated(booking, money, now);
            return;
        }
        ledger.allocate(money.transaction(), money.payable(), money.amount());
        booking.payInPart(money.amount(), time, now);
    }

    private void owe(Booking booking, PaymentReceived money, String reason, Instant now) {
        ledger.dueForRefund(money.transaction(), money.payable(), money.amount(), reason);
        booking.noteMoney(HistoryEvent.PAID_AGAIN, money.amount(), now);
        log.info("money due for refund booking={} reason={}", booking.code(), reason);
    }

    private static void keepUnallocated(Booking booking, PaymentReceived money, Instant now) {
        booking.noteMoney(HistoryEvent.LATE_MONEY_KEPT, money.amount(), now);
        log.warn(
                "money left unallocated booking={} state={} transaction={}",
                booking.code(),
                booking.state(),
                money.transaction().value());
    }

    private Vnd amountDue(Booking booking, PayableId payable) {
        return booking.total().minus(ledger.balance(payable, Ledger.Place.ALLOCATED));
    }
}
