package vn.busticket.bookings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.CoachMove;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripId;

/**
 * Calls trips off. From the commit on nothing of the trip can be bought by any door; its bookings
 * are cancelled one by one by {@link CallOffBookingsJob}, with all their money back.
 */
@Service
public class TripCancellation {

    private static final Logger log = LoggerFactory.getLogger(TripCancellation.class);

    private final TripLocks locks;
    private final TripChanges changes;
    private final CoachMove seats;
    private final DisruptionBook book;
    private final ApplicationEventPublisher events;

    TripCancellation(
            TripLocks locks,
            TripChanges changes,
            CoachMove seats,
            DisruptionBook book,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.changes = changes;
        this.seats = seats;
        this.book = book;
        this.events = events;
    }

    /**
     * Calls a trip off; stands in the audit log. Tells {@link TripCalledOff}.
     *
     * @param staff an administrator, or staff of its company
     * @param reason why, never blank
     * @throws DisruptionRefused it is not theirs, was called off before, or has left
     */
    @Transactional
    public void callOff(AccountId staff, TripId id, String reason) {
        var author = new DisruptionBook.Author(staff, reason);
        var trip = locks.lockSeats(staff, id);
        book.calledOff(trip, author);
        changes.callOff(id);
        seats.releaseUnplaced(id);
        events.publishEvent(new TripCalledOff(id));
        log.info("trip called off trip={}", id);
    }
}
