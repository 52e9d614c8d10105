package vn.busticket.bookings;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.seats.SeatService;

/**
 * Takes money for a booking that is not confirmed, in time or late, in full or in parts. Late parts
 * are added together: who paid in two transfers is not worse off than who paid in one.
 */
@Component
class BookingPayment {

    private final BookingMoney money;
    private final BookingConfirmation confirmation;
    private final SeatService seats;
    private final BookingProperties properties;

    BookingPayment(
            BookingMoney money,
            BookingConfirmation confirmation,
            SeatService seats,
            BookingProperties properties) {
        this.money = money;
        this.confirmation = confirmation;
        this.seats = seats;
        this.properties = properties;
    }

    void take(Booking booking, PaymentReceived received, Instant now) {
        var unused = money.unused(booking, received);
        var obstacle = confirmation.obstacle(booking, now);
        var due = money.due(booking);
        if (obstacle.isPresent()) {
            money.giveBack(booking, unused, obstacle.get(), now);
        } else if (unused.total().compareTo(due) < 0) {
            takePart(booking, unused, received, now);
        } else if (confirmation.confirm(booking, received, now)) {
            money.use(booking, unused.first(due));
            money.giveBack(booking, unused.after(due), Outcome.REFUND_SURPLUS, now);
            confirmation.tell(booking);
        } else {
            money.giveBack(booking, unused, Outcome.REFUND_TOO_LATE, now);
        }
    }

    /** The first part lengthens the time to pay, later ones do not: else it would never end. */
    private void takePart(
            Booking booking, ReceivedMoney unused, PaymentReceived received, Instant now) {
        if (booking.state() != BookingState.AWAITING_PAYMENT) {
            money.keep(booking, received, now);
            return;
        }
        var time =
                booking.isPartPaid()
                        ? booking.paymentTime()
                        : properties.lengthened(
                                booking.paymentTime(),
                                booking.placedAt(),
                                booking.departsAt(),
                                now);
        if (seats.keepUntil(booking.holdId(), time.heldUntil())) {
            money.use(booking, unused);
            booking.payInPart(received.amount(), time, now);
            money.tell(booking, Outcome.PART_PAID, received);
        } else {
            money.keep(booking, received, now);
        }
    }
}
