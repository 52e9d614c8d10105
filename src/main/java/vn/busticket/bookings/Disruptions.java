package vn.busticket.bookings;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.busticket.accounts.AccountId;
import vn.busticket.trips.Bus;
import vn.busticket.trips.Buses;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripId;

/** Shows staff a trip that they may change, and what was done to it. */
@Service
public class Disruptions {

    private final StaffOfTrip staffOfTrip;
    private final TripBookings bookings;
    private final TripChanges changes;
    private final Buses buses;
    private final Clock clock;

    Disruptions(
            StaffOfTrip staffOfTrip,
            TripBookings bookings,
            TripChanges changes,
            Buses buses,
            Clock clock) {
        this.staffOfTrip = staffOfTrip;
        this.bookings = bookings;
        this.changes = changes;
        this.buses = buses;
        this.clock = clock;
    }

    /**
     * The trip as it stands.
     *
     * @param staff an administrator, or staff of its company
     * @throws DisruptionRefused there is no such trip, or it belongs to another company
     */
    public TripStanding look(AccountId staff, TripId id) {
        var trip = staffOfTrip.require(staff, id);
        return new TripStanding(
                trip,
                buses.of(id),
                bookings.concerned(id),
                changes.of(id),
                trip.state() == Trip.State.SCHEDULED && trip.departsAt(0).isAfter(clock.instant()));
    }

    /**
     * The coaches of the company that could drive the trip instead.
     *
     * @throws DisruptionRefused there is no such trip, or it belongs to another company
     */
    public List<Bus> otherCoaches(AccountId staff, TripId id) {
        var trip = staffOfTrip.require(staff, id);
        var now = buses.of(id).map(Bus::id);
        return buses.ofOperator(trip.operator().id()).stream()
                .filter(bus -> now.filter(bus.id()::equals).isEmpty())
                .toList();
    }
}
