package vn.busticket.bookings;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.CoachMove;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripId;

/**
 * Calls trips off. From the commit on nothing of the trip can be bought by any door; its bookings
 * are settled one by one by {@link CallOffBookingsJob}: they go by another trip if staff say so, or
 * are cancelled with all their money back.
 */
@Service
public class TripCancellation {

    private static final Logger log = LoggerFactory.getLogger(TripCancellation.class);

    private final TripLocks locks;
    private final TripChanges changes;
    private final CoachMove seats;
    private final DisruptionBook book;
    private final OtherRuns runs;
    private final ApplicationEventPublisher events;

    TripCancellation(
            TripLocks locks,
            TripChanges changes,
            CoachMove seats,
            DisruptionBook book,
            OtherRuns runs,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.changes = changes;
        this.seats = seats;
        this.book = book;
        this.runs = runs;
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
        end(locks.lockSeats(staff, id), author);
    }

    /**
     * Calls a trip off, and lets its passengers go by another trip of the company on that route as
     * far as that has seats for them; who has none gets all money back. Tells the same.
     *
     * @param other one of {@link #otherRuns}
     * @throws DisruptionRefused as {@link #callOff}, or there is no such other trip
     */
    @Transactional
    public void callOffInFavourOf(AccountId staff, TripId id, TripId other, String reason) {
        var author = new DisruptionBook.Author(staff, reason);
        var trip = locks.lockSeats(staff, id);
        var instead = runs.require(trip, other);
        end(trip, author);
        changes.transfer(id, instead.id());
    }

    /**
     * The trips of the company on that route by which the passengers could go instead, the nearest
     * in time first.
     *
     * @throws DisruptionRefused there is no such trip, or it belongs to another company
     */
    public List<OtherRun> otherRuns(AccountId staff, TripId id) {
        return runs.of(staff, id);
    }

    private void end(Trip trip, DisruptionBook.Author author) {
        book.calledOff(trip, author);
        changes.callOff(trip.id());
        seats.releaseUnplaced(trip.id());
        events.publishEvent(new TripCalledOff(trip.id()));
        log.info("trip called off trip={}", trip.id());
    }
}
