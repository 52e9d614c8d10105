package vn.busticket.bookings;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.trips.DisruptionKind;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripDisruption;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/**
 * Cancels the bookings of trips that were called off, each in a transaction of its own. The trip's
 * own state says what is left to do, so that it goes on wherever it was broken off, on any node,
 * and also finds a booking that was confirmed in the very moment of the calling off.
 */
@Component
class CalledOffBookings {

    /** Before all bookings. */
    static final BookingId START = new BookingId(0);

    private static final int BATCH = 200;

    private final TripBookings tripBookings;
    private final BookingRepository bookings;
    private final OperatorRelease release;
    private final Trips trips;
    private final TripChanges changes;
    private final Clock clock;

    CalledOffBookings(
            TripBookings tripBookings,
            BookingRepository bookings,
            OperatorRelease release,
            Trips trips,
            TripChanges changes,
            Clock clock) {
        this.tripBookings = tripBookings;
        this.bookings = bookings;
        this.release = release;
        this.trips = trips;
        this.changes = changes;
        this.clock = clock;
    }

    /** Some of those that are left, behind that one. */
    List<BookingId> after(BookingId last) {
        return tripBookings.toCallOff(last, BATCH, clock.instant());
    }

    /** Cancels one; nothing if somebody else has, or the trip runs. */
    @Transactional
    void cancel(BookingId id) {
        release.endAttempts(id);
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        var trip = trips.findAnew(booking.tripId()).orElseThrow();
        if (trip.state() == Trip.State.CANCELLED) {
            release.cancel(id, LossCause.CALLED_OFF, reason(trip.id()), clock.instant());
        }
    }

    private String reason(TripId trip) {
        return changes.of(trip).stream()
                .filter(one -> one.kind() == DisruptionKind.CALLED_OFF)
                .map(TripDisruption::reason)
                .findFirst()
                .orElse("");
    }
}
