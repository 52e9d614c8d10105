package vn.busticket.storefront;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.OccupiedSeat;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatQueries;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;
import vn.busticket.ui.Visitors;

/** Where a visitor sees the seats of a trip and takes them; to be asked on a UI's thread. */
@Component
class SeatDesk {

    private final Trips trips;
    private final SeatQueries queries;
    private final SeatService seats;
    private final Visitors visitors;
    private final VisitorSteps steps;
    private final Clock clock;

    SeatDesk(
            Trips trips,
            SeatQueries queries,
            SeatService seats,
            Visitors visitors,
            VisitorSteps steps,
            Clock clock) {
        this.trips = trips;
        this.queries = queries;
        this.seats = seats;
        this.visitors = visitors;
        this.steps = steps;
        this.clock = clock;
    }

    Optional<Trip> trip(TripId id) {
        return trips.find(id);
    }

    /** Whether seats of that stretch may be sold at this moment. */
    boolean isOnSale(Trip trip, Stretch stretch) {
        return trip.isOnSale(stretch, clock.instant());
    }

    /** The visitor's hold on that trip on which no booking stands yet. */
    Optional<Hold> openHold(TripId id) {
        return queries.openHold(id, visitors.current().value());
    }

    SeatMap map(Trip trip, Stretch stretch, Optional<Hold> own) {
        return map(trip, stretch, queries.occupied(trip.id()), own);
    }

    SeatMap map(Trip trip, Stretch stretch, List<OccupiedSeat> occupied, Optional<Hold> own) {
        return SeatMap.of(trip, stretch, occupied, own.map(Hold::id).orElse(null), clock.instant());
    }

    /**
     * Takes the seats; if the visitor's hold is the very same, that hold, so that nothing is lost.
     */
    Hold take(Trip trip, Stretch stretch, Set<String> labels) {
        return openHold(trip.id())
                .filter(hold -> hold.stretch().equals(stretch))
                .filter(hold -> Set.copyOf(hold.seatLabels()).equals(Set.copyOf(labels)))
                .orElseGet(() -> takeNew(trip, stretch, labels));
    }

    private Hold takeNew(Trip trip, Stretch stretch, Set<String> labels) {
        var hold =
                seats.hold(
                        new HoldRequest(
                                trip.id(),
                                stretch,
                                labels,
                                visitors.current().value(),
                                visitors.addressKey()));
        steps.held(hold);
        return hold;
    }

    /** A visitor looks at the seats. */
    void viewed(Trip trip) {
        steps.viewed(trip.id());
    }
}
