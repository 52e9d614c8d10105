package vn.busticket.backoffice;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.payments.AttemptRow;
import vn.busticket.payments.LedgerRow;
import vn.busticket.payments.MoneyOrder;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentDeskQueries;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundView;
import vn.busticket.payments.TransactionFilter;
import vn.busticket.payments.TransactionRow;
import vn.busticket.payments.TransferDeskQueries;

/** All that the page about a booking's money asks of the rooms below. */
@Component
class BookingMoneyDesk {

    private static final int MOST = 100;

    private final BookingQueries bookings;
    private final PaymentDeskQueries payments;
    private final TransferDeskQueries transfers;
    private final DeskTrips trips;
    private final RefundQueries refunds;
    private final BookingDecisions decisions;

    BookingMoneyDesk(
            BookingQueries bookings,
            PaymentDeskQueries payments,
            TransferDeskQueries transfers,
            DeskTrips trips,
            RefundQueries refunds,
            BookingDecisions decisions) {
        this.bookings = bookings;
        this.payments = payments;
        this.transfers = transfers;
        this.trips = trips;
        this.refunds = refunds;
        this.decisions = decisions;
    }

    Optional<BookingDetails> booking(String code) {
        return bookings.byCode(code);
    }

    List<HistoryLine> history(BookingDetails booking) {
        return bookings.history(booking.id());
    }

    /** Oldest first. */
    List<AttemptRow> attempts(PayableId payable) {
        return payments.attempts(PaymentSearch.of(payable), null, MoneyOrder.OLDEST, 0, MOST);
    }

    /** Oldest first. */
    List<TransactionRow> transfers(PayableId payable) {
        return transfers.transfers(
                PaymentSearch.of(payable), TransactionFilter.ALL, MoneyOrder.OLDEST, 0, MOST);
    }

    List<LedgerRow> ledger(PayableId payable) {
        return transfers.ledger(payable);
    }

    /** Newest first. */
    List<RefundView> refunds(PayableId payable) {
        return refunds.ofPayable(payable);
    }

    BookingDecisions decisions() {
        return decisions;
    }

    String way(BookingDetails booking) {
        return trips.way(booking.trip(), booking.stretch());
    }
}
