package vn.busticket.bookings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatNotForSale;
import vn.busticket.seats.SeatQueries;
import vn.busticket.seats.SeatsTaken;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/**
 * Works out what a wish changes and what that costs. A seat that the booking has already keeps the
 * price that was paid for it, whoever sits there; any other seat costs what it costs now.
 */
@Component
class ChangePlanning {

    private final Trips trips;
    private final SeatQueries seats;
    private final FreedomToLeave freedom;

    ChangePlanning(Trips trips, SeatQueries seats, FreedomToLeave freedom) {
        this.trips = trips;
        this.seats = seats;
        this.freedom = freedom;
    }

    /**
     * The plan of a wish as things stand now.
     *
     * @throws ChangeOutdated the booking has other seats by now than the wish is about
     * @throws TripOfAnotherRoute the trip does not go between the same stops
     * @throws TripNotOnSale the trip is called off or not sold any more
     * @throws SeatNotForSale there is no such seat, or it is not sold on that stretch
     * @throws SeatsTaken some seats have another owner; names them
     */
    ChangePlan plan(BookingDetails booking, ChangeWish wish, Instant now) {
        var travellers = booking.travellers();
        refuseWhatIsNotAbout(booking, wish);
        var trip = tripOf(booking, wish.trip());
        var stretch =
                RouteTrips.sameStops(booking.trip(), booking.stretch(), trip)
                        .orElseThrow(TripOfAnotherRoute::new);
        if (isAnother(booking, trip) && !trip.isOnSale(stretch, now)) {
            throw new TripNotOnSale();
        }
        var offered = offered(booking, trip, stretch, wish, now);
        var passengers = travellers.stream().map(one -> change(one, wish, offered)).toList();
        return priced(booking, trip.id(), stretch, wish, passengers);
    }

    private static void refuseWhatIsNotAbout(BookingDetails booking, ChangeWish wish) {
        var has = new HashSet<String>();
        booking.travellers().forEach(one -> has.add(one.seatLabel()));
        var going = wish.seats().keySet();
        var isForSome = !going.isEmpty() && !wish.trip().equals(booking.trip().id());
        if (!(has.equals(going) || isForSome && has.containsAll(going))
                || !wish.details().passengers().keySet().equals(has)) {
            throw new ChangeOutdated();
        }
        var wanted = new HashSet<>(wish.seats().values());
        if (wanted.size() < going.size()) {
            throw new IllegalArgumentException("Two passengers on one seat: " + wish.seats());
        }
    }

    /** As it is at this moment: nobody is moved to a trip that was just called off. */
    private Trip tripOf(BookingDetails booking, TripId wished) {
        return wished.equals(booking.trip().id())
                ? booking.trip()
                : trips.findAnew(wished).orElseThrow(TripNotOnSale::new);
    }

    private static boolean isAnother(BookingDetails booking, Trip trip) {
        return !trip.id().equals(booking.trip().id());
    }

    private Map<String, HeldSeat> offered(
            BookingDetails booking, Trip trip, Stretch stretch, ChangeWish wish, Instant now) {
        var map = SeatMap.of(trip, stretch, seats.occupied(trip.id()), booking.holdId(), now);
        var own = new HashMap<String, HeldSeat>();
        if (!isAnother(booking, trip)) {
            booking.travellers().forEach(one -> own.put(one.seatLabel(), seatOf(one)));
        }
        var found = new HashMap<>(own);
        var taken = new ArrayList<String>();
        for (var label : new TreeSet<>(wish.seats().values())) {
            if (!own.containsKey(label)) {
                var seat = map.seats().get(label);
                if (seat == null || seat.state() == SeatMap.State.NOT_FOR_SALE) {
                    throw new SeatNotForSale(label);
                }
                if (seat.state() != SeatMap.State.FREE) {
                    taken.add(label);
                }
                var price = seat.price().orElseThrow(() -> new SeatNotForSale(label));
                found.put(label, new HeldSeat(label, seat.seatClass(), price));
            }
        }
        if (!taken.isEmpty()) {
            throw new SeatsTaken(taken);
        }
        return found;
    }

    private static PassengerChange change(
            PassengerDetails passenger, ChangeWish wish, Map<String, HeldSeat> offered) {
        var wished = wish.seats().get(passenger.seatLabel());
        var now = seatOf(passenger);
        return new PassengerChange(
                passenger.id(),
                passenger.fullName(),
                wish.details().passengerOf(passenger.seatLabel()),
                now,
                wished == null ? now : Objects.requireNonNull(offered.get(wished)),
                wished == null);
    }

    private ChangePlan priced(
            BookingDetails booking,
            TripId trip,
            Stretch stretch,
            ChangeWish wish,
            List<PassengerChange> passengers) {
        var isAnother = !trip.equals(booking.trip().id());
        var isFree = isAnother && freedom.isGivenTo(booking.id());
        var unpriced =
                new ChangePlan(
                        booking.trip().id(),
                        trip,
                        stretch,
                        booking.contact(),
                        wish.details().contact(),
                        passengers,
                        booking.total(),
                        booking.total(),
                        Vnd.ZERO,
                        isFree);
        var isForNothing = isFree || !unpriced.isOfTravel();
        return unpriced.withFee(isForNothing ? Vnd.ZERO : booking.policy().change().fee());
    }

    private static HeldSeat seatOf(PassengerDetails passenger) {
        return new HeldSeat(passenger.seatLabel(), passenger.seatClass(), passenger.price());
    }
}
