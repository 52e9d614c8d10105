package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PayableId;
import vn.busticket.shared.Vnd;

/** Reads changes for screens and messages; does not ask who may see them. */
@Component
@Transactional(readOnly = true)
public class ChangeQueries {

    private final ChangeRepository changes;
    private final Ledger ledger;

    ChangeQueries(ChangeRepository changes, Ledger ledger) {
        this.changes = changes;
        this.ledger = ledger;
    }

    /** The change of that id. */
    public Optional<BookingChange> byId(ChangeId id) {
        return changes.find(id);
    }

    /** The change of a booking that waits for its money. */
    public Optional<BookingChange> open(BookingId booking) {
        return changes.open(booking);
    }

    /**
     * The change that an attempt to pay is for.
     *
     * @param startedAt when the attempt was started; one from before the first change is for none
     */
    public Optional<BookingChange> paidBy(BookingId booking, Instant startedAt) {
        return changes.lastToPay(booking, startedAt);
    }

    /** What has come of what the open change of a booking costs. */
    public Vnd kept(BookingId booking) {
        return Vnd.sum(
                ledger.unallocated(new PayableId(booking.value())).stream()
                        .map(Ledger.Part::amount)
                        .toList());
    }
}
