package vn.busticket.storefront;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatProposal;
import vn.busticket.seats.SeatQueries;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Finds the trips that a booking could be changed to, with seats and the difference in price. */
@Component
class OtherTrips {

    /** Coaches of one route need about as long to a stop, not exactly. */
    private static final Duration ABOUT = Duration.ofHours(2);

    private final Trips trips;
    private final RouteTrips routes;
    private final SeatQueries seats;
    private final SeatProposal proposal;
    private final SaleDays saleDays;
    private final Clock clock;

    OtherTrips(
            Trips trips,
            RouteTrips routes,
            SeatQueries seats,
            SeatProposal proposal,
            SaleDays saleDays,
            Clock clock) {
        this.trips = trips;
        this.routes = routes;
        this.seats = seats;
        this.proposal = proposal;
        this.saleDays = saleDays;
        this.clock = clock;
    }

    /**
     * Those that leave the boarding stop on that day, earliest first.
     *
     * @param going who of the booking would go by another trip
     */
    List<OtherTrip> on(BookingDetails booking, List<PassengerDetails> going, LocalDate day) {
        var trip = booking.trip();
        var toBoarding =
                Duration.between(trip.departsAt(0), trip.departsAt(booking.stretch().from()));
        return routes
                .startingBetween(
                        trip.id(),
                        VietnamTime.startOf(day).minus(toBoarding).minus(ABOUT),
                        VietnamTime.startOf(day.plusDays(1)).minus(toBoarding).plus(ABOUT))
                .stream()
                .map(other -> offer(booking, going, other))
                .flatMap(Optional::stream)
                .filter(other -> VietnamTime.dayOf(other.departsAt()).equals(day))
                .toList();
    }

    /** The days on which trips are sold. */
    SaleDays saleDays() {
        return saleDays;
    }

    /** That trip. */
    Optional<Trip> find(TripId id) {
        return trips.find(id);
    }

    /** The seats of a trip as this booking sees them: its own are free for it. */
    SeatMap map(BookingDetails booking, Trip trip, Stretch stretch) {
        return seats.seatMap(trip.id(), stretch, booking.holdId());
    }

    /** What that trip would be for some of a booking; empty if it is not sold to them. */
    Optional<OtherTrip> offer(BookingDetails booking, List<PassengerDetails> going, Trip trip) {
        var stretch = RouteTrips.sameStops(booking.trip(), booking.stretch(), trip);
        if (trip.id().equals(booking.trip().id())) {
            return stretch.map(way -> current(booking, trip, way));
        }
        return stretch.filter(way -> trip.isOnSale(way, clock.instant()))
                .map(way -> other(going, trip, way));
    }

    private OtherTrip current(BookingDetails booking, Trip trip, Stretch stretch) {
        var same =
                booking.travellers().stream()
                        .map(PassengerDetails::seatLabel)
                        .collect(Collectors.toMap(label -> label, label -> label));
        return new OtherTrip(
                trip, stretch, same, Vnd.ZERO, map(booking, trip, stretch).freeCount(), true);
    }

    private OtherTrip other(List<PassengerDetails> going, Trip trip, Stretch stretch) {
        var party = going.stream().map(OtherTrips::seat).toList();
        var proposed = proposal.on(trip, stretch, party).orElse(Map.of());
        var price =
                Vnd.sum(
                        proposed.values().stream()
                                .map(label -> trip.fareOf(label, stretch))
                                .toList());
        var paid = Vnd.sum(party.stream().map(HeldSeat::price).toList());
        return new OtherTrip(
                trip,
                stretch,
                proposed,
                price.minus(paid),
                seats.seatMap(trip.id(), stretch, null).freeCount(),
                false);
    }

    private static HeldSeat seat(PassengerDetails passenger) {
        return new HeldSeat(passenger.seatLabel(), passenger.seatClass(), passenger.price());
    }
}
