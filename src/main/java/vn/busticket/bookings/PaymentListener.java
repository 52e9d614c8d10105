package vn.busticket.bookings;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.payments.PaymentReceived;

/**
 * Decides what a bank transfer is for, in the transaction that settles it. Whatever comes is used
 * for the booking, kept in case more comes, or goes back; nothing here loses it, and what cannot be
 * decided fails, so that it is tried again and staff see it.
 */
@Component
class PaymentListener {

    private final BookingRepository bookings;
    private final BookingPayment payment;
    private final ChangePayment changes;
    private final BookingMoney money;
    private final Clock clock;

    PaymentListener(
            BookingRepository bookings,
            BookingPayment payment,
            ChangePayment changes,
            BookingMoney money,
            Clock clock) {
        this.bookings = bookings;
        this.payment = payment;
        this.changes = changes;
        this.money = money;
        this.clock = clock;
    }

    @EventListener
    void on(PaymentReceived received) {
        var booking = bookings.lock(received.payable().value()).orElseThrow(BookingNotFound::new);
        var now = clock.instant();
        switch (booking.state()) {
            case AWAITING_PAYMENT, EXPIRED -> payment.take(booking, received, now);
            case CONFIRMED, COMPLETED -> changes.take(booking, received, now);
            case CANCELLED ->
                    money.giveBack(
                            booking,
                            money.unused(booking, received),
                            Outcome.REFUND_AFTER_CANCELLATION,
                            now);
        }
    }
}
