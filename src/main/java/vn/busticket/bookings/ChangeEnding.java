package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.seats.SeatService;

/** Ends changes that are not made: their seats are free again, the booking stays as it was. */
@Component
class ChangeEnding {

    private static final Logger log = LoggerFactory.getLogger(ChangeEnding.class);

    private final BookingRepository bookings;
    private final ChangeRepository changes;
    private final BookingMoney money;
    private final SeatService seats;
    private final BookingNotices notices;
    private final Clock clock;

    ChangeEnding(
            BookingRepository bookings,
            ChangeRepository changes,
            BookingMoney money,
            SeatService seats,
            BookingNotices notices,
            Clock clock) {
        this.bookings = bookings;
        this.changes = changes;
        this.money = money;
        this.seats = seats;
        this.notices = notices;
        this.clock = clock;
    }

    /** Its time is over; what was kept for it goes back. */
    void lapse(Booking booking, BookingChange change, Instant now) {
        end(change, State.LAPSED, now);
        booking.note(HistoryEvent.CHANGE_LAPSED, Actor.TIME, Map.of(), now);
        money.giveBack(booking, money.kept(booking), Outcome.REFUND_CHANGE_NOT_MADE, now);
    }

    /** The passenger does not want it any more; what was kept for it goes back. */
    void withdraw(Booking booking, BookingChange change, Instant now) {
        end(change, State.WITHDRAWN, now);
        booking.note(HistoryEvent.CHANGE_WITHDRAWN, Actor.PASSENGER, Map.of(), now);
        money.giveBack(booking, money.kept(booking), Outcome.REFUND_CHANGE_NOT_MADE, now);
    }

    /** A booking that is cancelled is not changed any more; its money has gone back already. */
    @EventListener
    void on(BookingCancelled cancelled) {
        forget(cancelled.booking());
    }

    /** Nor is one that its operator does not carry. */
    @EventListener
    void on(BookingCalledOff calledOff) {
        forget(calledOff.booking());
    }

    /** Those who still travel are not those whom the change was for. */
    @EventListener
    void on(BookingPartlyCancelled cancelled) {
        changes.open(cancelled.booking())
                .ifPresent(change ->
                        withdraw(
                                bookings.findById(cancelled.booking().value())
                                        .orElseThrow(BookingNotFound::new),
                                change,
                                clock.instant()));
    }

    private void forget(BookingId booking) {
        changes.open(booking).ifPresent(change -> end(change, State.WITHDRAWN, clock.instant()));
    }

    private void end(BookingChange change, State state, Instant now) {
        changes.end(change.id(), state, now);
        change.hold().ifPresent(seats::release);
        notices.tell(change.booking());
        log.info(
                "change not made booking={} change={} state={}",
                change.booking().value(),
                change.id().value(),
                state);
    }
}
