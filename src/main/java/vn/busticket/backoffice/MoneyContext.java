package vn.busticket.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.TransactionRow;
import vn.busticket.payments.TransferDeskQueries;

/** What belongs to money: the transfer that brought it and the booking that it was for. */
@Component
class MoneyContext {

    private final TransferDeskQueries transfers;
    private final BookingDeskQueries bookings;
    private final Clock clock;

    MoneyContext(TransferDeskQueries transfers, BookingDeskQueries bookings, Clock clock) {
        this.transfers = transfers;
        this.bookings = bookings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Map<PayableId, BookingBrief> briefs(List<PayableId> payables) {
        return bookings.briefs(payables);
    }

    Optional<BookingBrief> booking(@Nullable PayableId payable) {
        return Optional.ofNullable(payable).map(one -> briefs(List.of(one)).get(one));
    }

    Optional<TransactionRow> transfer(BankTransactionId id) {
        return transfers.transfer(id);
    }
}
