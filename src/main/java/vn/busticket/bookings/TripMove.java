package vn.busticket.bookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripId;

/**
 * Moves trips to another time: all stops leave as much later or earlier, and the bookings follow in
 * the same transaction.
 */
@Service
public class TripMove {

    private static final Logger log = LoggerFactory.getLogger(TripMove.class);

    private final TripLocks locks;
    private final TripChanges changes;
    private final TripBookings bookings;
    private final DisruptionBook book;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TripMove(
            TripLocks locks,
            TripChanges changes,
            TripBookings bookings,
            DisruptionBook book,
            ApplicationEventPublisher events,
            Clock clock) {
        this.locks = locks;
        this.changes = changes;
        this.bookings = bookings;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves a trip; stands in the audit log. Tells {@link BookingsMoved} if anybody has paid.
     *
     * @param staff an administrator, or staff of its company
     * @param seen when it left its first stop as the staff saw it
     * @param departsAt when it shall leave its first stop
     * @param reason why, never blank
     * @throws DisruptionRefused it is not theirs, was called off, has left, leaves then already, or
     *     would leave in the past; or it is not any more what the staff saw
     */
    @Transactional
    public void move(AccountId staff, TripId id, Instant seen, Instant departsAt, String reason) {
        var author = new DisruptionBook.Author(staff, reason);
        var trip = locks.lockWhole(staff, id);
        var now = clock.instant();
        refuse(trip, seen, departsAt, now);
        var disruption = book.moved(trip, author, departsAt);
        moveRow(id, departsAt);
        var later = Duration.between(trip.departsAt(0), departsAt);
        var paid = bookings.shift(id, disruption, departsAt, later, now);
        if (!paid.isEmpty()) {
            events.publishEvent(new BookingsMoved(disruption, paid));
        }
        log.info("trip moved trip={} minutes={} paid={}", id, later.toMinutes(), paid.size());
    }

    private void moveRow(TripId id, Instant departsAt) {
        try {
            changes.moveTo(id, departsAt);
        } catch (DuplicateKeyException another) {
            throw DisruptionRefused.anotherTripThen();
        }
    }

    private static void refuse(Trip trip, Instant seen, Instant departsAt, Instant now) {
        if (!trip.departsAt(0).equals(seen)) {
            throw DisruptionRefused.meanwhile();
        }
        if (departsAt.equals(seen)) {
            throw DisruptionRefused.sameTime();
        }
        if (!departsAt.isAfter(now)) {
            throw DisruptionRefused.intoPast();
        }
    }
}
