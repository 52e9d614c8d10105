package vn.busticket.bookings;

import java.util.Arrays;
import java.util.Optional;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.shared.Vnd;

/**
 * Something other than the plain price in time became of received money; told in the transaction
 * that decides it, once for each decision.
 *
 * @param booking whose money it is
 * @param transaction the transfer that led to the decision, the last one of several
 * @param outcome what was decided
 * @param amount what came, or what goes back
 */
public record MoneyOutcome(
        BookingId booking, BankTransactionId transaction, Outcome outcome, Vnd amount) {

    /** What can become of received money. */
    public enum Outcome {
        /** A part came in time; the rest can still be paid. */
        PART_PAID(HistoryEvent.PART_PAID),
        /** All of it came late, and the same seats were still free. */
        CONFIRMED_LATE(HistoryEvent.CONFIRMED_LATE),
        /** All of it came, and other seats of the same class were sold. */
        CONFIRMED_ON_OTHER_SEATS(HistoryEvent.CONFIRMED_ON_OTHER_SEATS),
        /** All that a change costs came late, and other seats of the same class were sold. */
        CHANGED_ON_OTHER_SEATS(HistoryEvent.CHANGED_ON_OTHER_SEATS),
        /** A part came late; it is kept for a while in case the rest comes. */
        LATE_PART_KEPT(HistoryEvent.LATE_MONEY_KEPT),
        /** More than the price came; the surplus goes back. */
        REFUND_SURPLUS(HistoryEvent.PAID_TOO_MUCH),
        /** It was paid already; all of it goes back. */
        REFUND_PAID_TWICE(HistoryEvent.PAID_AGAIN),
        /** The booking is cancelled; all of it goes back. */
        REFUND_AFTER_CANCELLATION(HistoryEvent.PAID_AFTER_CANCELLATION),
        /** There are no seats any more or the coach has left; all of it goes back. */
        REFUND_TOO_LATE(HistoryEvent.PAID_TOO_LATE),
        /** The trip was called off; all of it goes back. */
        REFUND_TRIP_CALLED_OFF(HistoryEvent.PAID_FOR_CALLED_OFF_TRIP),
        /** The rest never came; the parts that were kept go back. */
        REFUND_REST_NEVER_CAME(HistoryEvent.REST_NEVER_CAME),
        /** It came for a change that cannot be made any more; the booking stays as it was. */
        REFUND_CHANGE_TOO_LATE(HistoryEvent.CHANGE_PAID_TOO_LATE),
        /** A change was not made; the parts that were kept for it go back. */
        REFUND_CHANGE_NOT_MADE(HistoryEvent.CHANGE_MONEY_RETURNED);

        private final HistoryEvent event;

        Outcome(HistoryEvent event) {
            this.event = event;
        }

        /** How the history tells it. */
        HistoryEvent event() {
            return event;
        }

        /** The outcome that a line of the history tells, if it tells one. */
        public static Optional<Outcome> of(HistoryEvent event) {
            return Arrays.stream(values()).filter(outcome -> outcome.event == event).findFirst();
        }
    }
}
