package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PaymentReceived;

/**
 * Takes money for a booking that is paid: it is for a change of it, in time or late, or was sent
 * once too often. A change that cannot be made any more, not even on other seats of the same class,
 * leaves the booking as it is, and its money goes back.
 */
@Component
class ChangePayment {

    private final ChangeClaims claims;
    private final ChangeDues dues;
    private final PaidChange paid;
    private final ChangeEnding ending;
    private final BookingMoney money;

    ChangePayment(
            ChangeClaims claims,
            ChangeDues dues,
            PaidChange paid,
            ChangeEnding ending,
            BookingMoney money) {
        this.claims = claims;
        this.dues = dues;
        this.paid = paid;
        this.ending = ending;
        this.money = money;
    }

    void take(Booking booking, PaymentReceived received, Instant now) {
        var wished = claims.paidBy(received);
        if (wished.isEmpty() || wished.get().state() == State.APPLIED) {
            money.giveBackAlone(booking, received, Outcome.REFUND_PAID_TWICE, now);
            return;
        }
        var change = wished.get();
        if (!claims.canBeMade(change, now)) {
            refuse(booking, change, received, now);
        } else {
            take(booking, change, received, now);
        }
    }

    private void take(
            Booking booking, BookingChange change, PaymentReceived received, Instant now) {
        var unused = change.isOpen() ? money.unused(booking, received) : alone(received);
        if (unused.total().compareTo(change.due()) < 0) {
            takePart(booking, change, received, now);
            return;
        }
        paid.make(booking, change, now)
                .ifPresentOrElse(
                        made -> use(booking, change, made, received, unused, now),
                        () -> refuse(booking, change, received, now));
    }

    private void use(
            Booking booking,
            BookingChange change,
            PaidChange.Made made,
            PaymentReceived received,
            ReceivedMoney unused,
            Instant now) {
        var due = change.due();
        money.use(made.travelling(), unused.first(due));
        money.giveBack(booking, unused.after(due), Outcome.REFUND_SURPLUS, now);
        made.elsewhere()
                .ifPresent(moves -> money.tellElsewhere(made.travelling(), moves, received, now));
        paid.tell(booking, change, made);
    }

    /** A late part is not kept: the seats are not kept either. */
    private void takePart(
            Booking booking, BookingChange change, PaymentReceived received, Instant now) {
        if (change.isOpen() && dues.waitForRest(booking, change, now)) {
            booking.keepForChange(received.amount(), now);
            return;
        }
        refuse(booking, change, received, now);
    }

    private void refuse(
            Booking booking, BookingChange change, PaymentReceived received, Instant now) {
        if (change.isOpen()) {
            ending.lapse(booking, change, now);
        } else {
            money.giveBackAlone(booking, received, Outcome.REFUND_CHANGE_TOO_LATE, now);
        }
    }

    private static ReceivedMoney alone(PaymentReceived received) {
        return new ReceivedMoney(
                List.of(new Ledger.Part(received.transaction(), received.amount())));
    }
}
