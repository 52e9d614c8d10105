package vn.busticket.bookings;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripDisruption;
import vn.busticket.trips.Trips;

/**
 * Moves or cancels the bookings of trips that were called off, each in a transaction of its own.
 * The trip's own state says what is left to do, so that it goes on wherever it was broken off, on
 * any node, and also finds a booking that was confirmed in the very moment of the calling off.
 */
@Component
class CalledOffBookings {

    /** Before all bookings. */
    static final BookingId START = new BookingId(0);

    private static final int BATCH = 200;

    private final TripBookings tripBookings;
    private final OperatorRelease release;
    private final TripTransfer transfer;
    private final Trips trips;
    private final TripChanges changes;
    private final Clock clock;

    CalledOffBookings(
            TripBookings tripBookings,
            OperatorRelease release,
            TripTransfer transfer,
            Trips trips,
            TripChanges changes,
            Clock clock) {
        this.tripBookings = tripBookings;
        this.release = release;
        this.transfer = transfer;
        this.trips = trips;
        this.changes = changes;
        this.clock = clock;
    }

    /** Some of those that are left, behind that one. */
    List<BookingId> after(BookingId last) {
        return tripBookings.toCallOff(last, BATCH, clock.instant());
    }

    /**
     * Settles one: lets it go by the other trip if there is one with seats for it, else cancels it;
     * nothing if somebody else has, or the trip runs.
     */
    @Transactional
    void settle(BookingId id) {
        var booking = release.take(id);
        var trip = trips.findAnew(booking.tripId()).orElseThrow();
        if (trip.state() == Trip.State.CANCELLED) {
            var now = clock.instant();
            var calledOff = changes.calledOff(trip.id());
            if (calledOff.filter(how -> transfer.move(booking, trip, how, now)).isEmpty()) {
                var reason = calledOff.map(TripDisruption::reason).orElse("");
                release.cancel(id, LossCause.CALLED_OFF, reason, now);
            }
        }
    }
}
