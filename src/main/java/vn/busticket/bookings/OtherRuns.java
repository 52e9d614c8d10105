package vn.busticket.bookings;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.OccupiedSeat;
import vn.busticket.seats.SeatQueries;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Finds the trips of the same company and route by which passengers could go instead. */
@Component
class OtherRuns {

    private static final Duration EARLIER = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofDays(2);

    private final StaffOfTrip staffOfTrip;
    private final RouteTrips routes;
    private final Trips trips;
    private final SeatQueries seats;
    private final Clock clock;

    OtherRuns(
            StaffOfTrip staffOfTrip,
            RouteTrips routes,
            Trips trips,
            SeatQueries seats,
            Clock clock) {
        this.staffOfTrip = staffOfTrip;
        this.routes = routes;
        this.trips = trips;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Those that leave up to a day before and two days after a trip and have free seats, the
     * nearest in time first.
     *
     * @throws DisruptionRefused there is no such trip, or it belongs to another company
     */
    List<OtherRun> of(AccountId staff, TripId id) {
        var trip = staffOfTrip.require(staff, id);
        var now = clock.instant();
        var departure = trip.departsAt(0);
        return routes.startingBetween(id, departure.minus(EARLIER), departure.plus(LATER)).stream()
                .filter(other -> isInstead(trip, other, now))
                .map(other -> new OtherRun(other, freeSeats(other, now)))
                .filter(run -> run.freeSeats() > 0)
                .sorted(
                        comparing(
                                run -> Duration.between(departure, run.trip().departsAt(0)).abs()))
                .toList();
    }

    /**
     * That trip, if it can be taken instead.
     *
     * @throws DisruptionRefused there is no such trip of that company and route that still runs
     */
    Trip require(Trip trip, TripId other) {
        return trips.findAnew(other)
                .filter(one -> isInstead(trip, one, clock.instant()))
                .orElseThrow(DisruptionRefused::noOtherTrip);
    }

    private static boolean isInstead(Trip trip, Trip other, Instant now) {
        return !other.id().equals(trip.id())
                && other.operator().id().equals(trip.operator().id())
                && other.routeCode().equals(trip.routeCode())
                && other.state() == Trip.State.SCHEDULED
                && other.departsAt(0).isAfter(now);
    }

    private int freeSeats(Trip trip, Instant now) {
        var taken =
                seats.occupied(trip.id()).stream()
                        .filter(seat -> seat.isTaken(now))
                        .map(OccupiedSeat::label)
                        .distinct()
                        .count();
        return trip.layout().seatCount() - Math.toIntExact(taken);
    }
}
