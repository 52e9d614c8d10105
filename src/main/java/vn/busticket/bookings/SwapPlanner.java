package vn.busticket.bookings;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.SwapPlan.Fate;
import vn.busticket.bookings.SwapPlan.Kind;
import vn.busticket.bookings.SwapPlan.SeatChange;
import vn.busticket.bookings.TripBookings.Seat;
import vn.busticket.bookings.TripBookings.Travelling;
import vn.busticket.seats.CoachMove;
import vn.busticket.seats.CoachSeating;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.seats.Party;
import vn.busticket.seats.Seating;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Bus;
import vn.busticket.trips.BusId;
import vn.busticket.trips.Buses;
import vn.busticket.trips.FareKey;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;

/** Says what would become of everybody on a trip if another coach drove it; changes nothing. */
@Component
class SwapPlanner {

    private final TripBookings bookings;
    private final CoachMove seats;
    private final TripChanges changes;
    private final Buses buses;

    SwapPlanner(TripBookings bookings, CoachMove seats, TripChanges changes, Buses buses) {
        this.bookings = bookings;
        this.seats = seats;
        this.changes = changes;
        this.buses = buses;
    }

    /**
     * The plan as things stand.
     *
     * @throws DisruptionRefused there is no such coach in the company, or it drives the trip
     *     already
     */
    SwapPlan plan(Trip trip, BusId id) {
        var bus = otherBus(trip, id);
        var fares = changes.faresBy(trip.id(), bus);
        var seated = seats.seated(trip.id());
        var travelling =
                bookings.travelling(trip.id()).stream()
                        .filter(booking -> seated.contains(booking.hold()))
                        .toList();
        var seatings =
                CoachSeating.of(
                                trip.layout(),
                                bus.layout(),
                                travelling.stream().map(SwapPlanner::party).toList(),
                                (stretch, seatClass) ->
                                        Optional.ofNullable(
                                                fares.get(new FareKey(stretch, seatClass))))
                        .stream()
                        .collect(toMap(seating -> seating.party().hold(), seating -> seating));
        return new SwapPlan(bus, fates(travelling, seatings, fares));
    }

    private Bus otherBus(Trip trip, BusId id) {
        var now = buses.of(trip.id()).map(Bus::id);
        return buses.ofOperator(trip.operator().id()).stream()
                .filter(bus -> bus.id().equals(id))
                .filter(bus -> !now.equals(Optional.of(bus.id())))
                .findFirst()
                .orElseThrow(DisruptionRefused::noOtherCoach);
    }

    private static Party party(Travelling booking) {
        return new Party(
                booking.hold(),
                booking.stretch(),
                booking.isPaid(),
                booking.seats().stream().map(Seat::seat).toList());
    }

    private static List<Fate> fates(
            List<Travelling> travelling, Map<HoldId, Seating> seatings, Map<FareKey, Vnd> fares) {
        return travelling.stream()
                .map(booking ->
                        fate(
                                booking,
                                Optional.ofNullable(seatings.get(booking.hold())).orElseThrow(),
                                fares))
                .sorted(Comparator.comparing(fate -> fate.booking().value()))
                .toList();
    }

    private static Fate fate(Travelling booking, Seating seating, Map<FareKey, Vnd> fares) {
        return new Fate(
                booking.id(),
                booking.code(),
                booking.contactName(),
                booking.isPaid(),
                booking.total(),
                kind(seating),
                booking.seats().stream()
                        .map(seat ->
                                new SeatChange(
                                        seat.passenger(),
                                        seat.fullName(),
                                        seat.seat(),
                                        after(seat.seat(), seating, fares)))
                        .toList());
    }

    private static Kind kind(Seating seating) {
        if (!seating.hasSeats()) {
            return Kind.NO_SEAT;
        }
        if (seating.isLower()) {
            return Kind.LOWER_CLASS;
        }
        return seating.isElsewhere() ? Kind.ELSEWHERE : Kind.STAYS;
    }

    private static Optional<HeldSeat> after(
            HeldSeat before, Seating seating, Map<FareKey, Vnd> fares) {
        if (!seating.hasSeats()) {
            return Optional.empty();
        }
        var place = seating.place(before.label());
        var price =
                place.isLower()
                        ? lowered(before, place.seatClass(), seating.party().stretch(), fares)
                        : before.price();
        return Optional.of(new HeldSeat(place.label(), place.seatClass(), price));
    }

    /** A better class costs nothing more; a lower one costs its fare, where it has one. */
    private static Vnd lowered(
            HeldSeat before, String seatClass, Stretch stretch, Map<FareKey, Vnd> fares) {
        return Optional.ofNullable(fares.get(new FareKey(stretch, seatClass)))
                .map(fare -> fare.atMost(before.price()))
                .orElse(before.price());
    }
}
