package vn.busticket.bookings;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.OpenPayments;
import vn.busticket.payments.PayableId;

/**
 * Ends changes that were not paid in time. As with bookings, an attempt that is open is waited for
 * until the seats' grace is over, and money that is not decided about yet is left alone.
 */
@Component
class ChangeLapse {

    private final BookingRepository bookings;
    private final ChangeRepository changes;
    private final ChangeEnding ending;
    private final OpenPayments payments;
    private final Clock clock;

    ChangeLapse(
            BookingRepository bookings,
            ChangeRepository changes,
            ChangeEnding ending,
            OpenPayments payments,
            Clock clock) {
        this.bookings = bookings;
        this.changes = changes;
        this.ending = ending;
        this.payments = payments;
        this.clock = clock;
    }

    /** Those that nobody can pay any more by the clock that people were told. */
    List<ChangeRepository.Overdue> overdue(int most) {
        return changes.overdue(most, clock.instant());
    }

    /** Ends one of them; nothing if it was paid or lengthened in the last moment. */
    @Transactional
    void lapse(ChangeRepository.Overdue overdue) {
        var booking = bookings.lock(overdue.booking().value()).orElseThrow(BookingNotFound::new);
        var now = clock.instant();
        changes.open(booking.id())
                .filter(change -> change.id().equals(overdue.id()))
                .filter(change -> !change.isPayable(now))
                .filter(change -> !mayStillBePaid(change, change.time().heldUntil().isAfter(now)))
                .ifPresent(change -> ending.lapse(booking, change, now));
    }

    private boolean mayStillBePaid(BookingChange change, boolean isKept) {
        var payable = Set.of(new PayableId(change.booking().value()));
        return !payments.withUnsettledMoney(payable).isEmpty()
                || (isKept && !payments.withOpenAttempts(payable).isEmpty());
    }
}
