package vn.busticket.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.PassengerCount;
import vn.busticket.bookings.PassengerLists;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.OperatorTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** All that the screens of a coach company ask about its trips. */
@Component
class OperatorDesk {

    private static final int MOST_OF_A_DAY = 1_000;

    private final OperatorTrips mine;
    private final Trips trips;
    private final PassengerLists passengers;
    private final DeskTrips words;
    private final StaffNames staff;
    private final Clock clock;

    OperatorDesk(
            OperatorTrips mine,
            Trips trips,
            PassengerLists passengers,
            DeskTrips words,
            StaffNames staff,
            Clock clock) {
        this.mine = mine;
        this.trips = trips;
        this.passengers = passengers;
        this.words = words;
        this.staff = staff;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return VietnamTime.dayOf(now());
    }

    /** True for who sees the trips of every company, which have to be told apart. */
    boolean seesAll() {
        return mine.seesAll(staff.me());
    }

    int count(LocalDate day) {
        return mine.count(staff.me(), day);
    }

    List<Departure> on(LocalDate day, int offset, int most) {
        var ids = mine.on(staff.me(), day, offset, most);
        var counts = passengers.counts(ids);
        return ids.stream()
                .map(id -> departure(id, counts.getOrDefault(id, PassengerCount.NONE)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All of today, soonest first. */
    List<Departure> onToday() {
        return on(today(), 0, MOST_OF_A_DAY);
    }

    private Optional<Departure> departure(TripId id, PassengerCount count) {
        return trips.find(id)
                .map(trip ->
                        new Departure(
                                id,
                                trip.departsAt(0),
                                words.way(trip, new Stretch(0, trip.stops().size() - 1)),
                                trip.operator().name(),
                                trip.state() == Trip.State.CANCELLED,
                                count,
                                trip.layout().seatCount()));
    }
}
