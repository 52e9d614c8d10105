package vn.busticket.storefront;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.CancellationQuote;
import vn.busticket.bookings.ChangeQueries;
import vn.busticket.bookings.MoneyLine;
import vn.busticket.payments.AttemptView;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundView;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;

/** What screens ask about money that did not come or goes back, and cancelling. */
@Component
class MoneyDesk {

    private final BookingQueries bookings;
    private final RefundQueries refunds;
    private final Cancellation cancellation;
    private final ChangeQueries changes;

    MoneyDesk(
            BookingQueries bookings,
            RefundQueries refunds,
            Cancellation cancellation,
            ChangeQueries changes) {
        this.bookings = bookings;
        this.refunds = refunds;
        this.cancellation = cancellation;
        this.changes = changes;
    }

    /** What became of money that was not simply the price in time, the last first. */
    List<MoneyLine> outcomes(BookingDetails booking) {
        return bookings.moneyOutcomes(booking.id());
    }

    /** What goes back to the payer, the newest first. */
    List<RefundView> refunds(BookingDetails booking) {
        return refunds.ofPayable(booking.payable());
    }

    /** The change of a booking that waits for its money. */
    Optional<BookingChange> openChange(BookingDetails booking) {
        return changes.open(booking.id());
    }

    /** The change that an attempt to pay is for; empty if it is for the booking itself. */
    Optional<BookingChange> changePaidBy(BookingDetails booking, AttemptView attempt) {
        return booking.isPaid()
                ? changes.paidBy(booking.id(), attempt.createdAt())
                : Optional.empty();
    }

    /** What has come of what the open change costs. */
    Vnd kept(BookingDetails booking) {
        return changes.kept(booking.id());
    }

    /** True if cancelling is something to speak of: it may be possible, or too late. */
    boolean canCancel(BookingDetails booking) {
        return cancellation.isPossible(booking);
    }

    /** Why it cannot be cancelled now; empty if it can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking) {
        return cancellation.obstacle(booking);
    }

    /** What cancelling all of it costs now; nothing is changed. */
    CancellationQuote quote(BookingDetails booking) {
        return cancellation.quote(booking.id());
    }

    /** The same for some passengers. */
    CancellationQuote quote(BookingDetails booking, Set<Long> passengers) {
        return cancellation.quote(booking.id(), passengers);
    }

    /** Cancels at the passenger's wish for the price that was shown; may be repeated. */
    void cancel(BookingDetails booking, CancellationQuote shown, String reason) {
        cancellation.cancelByPassenger(booking.id(), shown, reason);
    }
}
