package vn.busticket.storefront;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.MoneyLine;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.notifications.Receipts;
import vn.busticket.payments.AttemptView;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.Receipt;
import vn.busticket.shared.Vnd;

/** All that the screens around paying ask of the rooms below. */
@Component
class PaymentDesk {

    private final PaymentQueries queries;
    private final PaymentAttempts attempts;
    private final PaymentStart payments;
    private final BookingQueries bookings;
    private final Receipts receipts;
    private final MoneyDesk money;

    PaymentDesk(
            PaymentQueries queries,
            PaymentAttempts attempts,
            PaymentStart payments,
            BookingQueries bookings,
            Receipts receipts,
            MoneyDesk money) {
        this.money = money;
        this.queries = queries;
        this.attempts = attempts;
        this.payments = payments;
        this.bookings = bookings;
        this.receipts = receipts;
    }

    /** How things stand with the attempt of a URL; empty if there is none. */
    Optional<PaymentCase> look(String token) {
        return queries.byToken(token)
                .flatMap(attempt ->
                        bookings.byPayable(attempt.payable())
                                .map(booking -> stand(attempt, booking)));
    }

    /** Lets the gateway be asked soon, because somebody waits; may be repeated. */
    void checkSoon(String token) {
        attempts.checkSoon(token);
    }

    /** Gives an attempt up. Asks the gateway, so it may take seconds; may be repeated. */
    void cancel(String token) {
        attempts.cancel(token);
    }

    /**
     * Opens a new way to pay for the same seats. Asks the gateway, so it may take seconds.
     *
     * @return the token of the attempt
     */
    String retry(BookingDetails booking, VisitorId visitor, String addressKey) {
        return payments.retry(booking.id(), visitor, addressKey);
    }

    /** The receipt as PDF; empty as long as the booking is not paid. */
    Optional<byte[]> receiptPdf(BookingDetails booking) {
        return receipts.pdf(booking);
    }

    private PaymentCase stand(AttemptView attempt, BookingDetails booking) {
        var receipt = queries.receipt(booking.payable());
        var allocated = queries.allocated(booking.payable());
        var outcomes = money.outcomes(booking);
        var change = money.changePaidBy(booking, attempt);
        var kept = change.map(one -> money.kept(booking)).orElse(Vnd.ZERO);
        var standing =
                change.map(one -> PaymentStanding.ofChange(one.state(), attempt, kept))
                        .orElseGet(() ->
                                PaymentStanding.of(
                                        booking.state(),
                                        booking.isPaid(),
                                        attempt.state(),
                                        receipt.map(Receipt::amount).orElse(Vnd.ZERO),
                                        allocated,
                                        isSetAside(booking, outcomes)));
        return new PaymentCase(
                attempt,
                booking,
                queries.ofPayable(booking.payable()),
                receipt,
                allocated,
                outcomes,
                money.refunds(booking),
                standing,
                change,
                kept);
    }

    private static boolean isSetAside(BookingDetails booking, List<MoneyLine> outcomes) {
        return !booking.isPaid()
                && outcomes.stream().anyMatch(line -> line.outcome() != Outcome.PART_PAID);
    }
}
