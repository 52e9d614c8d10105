package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.DisruptionBook.Author;
import vn.busticket.bookings.NewCoach.Plates;
import vn.busticket.bookings.SwapPlan.Fate;
import vn.busticket.bookings.TripBookings.Travelling;
import vn.busticket.seats.CoachMove;
import vn.busticket.seats.CoachMove.NewSeats;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.trips.Bus;
import vn.busticket.trips.Buses;
import vn.busticket.trips.DisruptionId;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;

/** Gives a locked trip another coach: its row, its seats, its people. */
@Component
class SwapDeed {

    private final TripChanges changes;
    private final CoachMove seats;
    private final TripBookings bookings;
    private final NewCoach newCoach;
    private final DisruptionBook book;
    private final Buses buses;

    SwapDeed(
            TripChanges changes,
            CoachMove seats,
            TripBookings bookings,
            NewCoach newCoach,
            DisruptionBook book,
            Buses buses) {
        this.changes = changes;
        this.seats = seats;
        this.bookings = bookings;
        this.newCoach = newCoach;
        this.book = book;
        this.buses = buses;
    }

    /** Writes it down; before anything else, because it tells how many it concerns. */
    DisruptionId write(Trip trip, Bus bus, Author author) {
        return book.otherCoach(trip, author, bus.id());
    }

    void seat(Trip trip, Bus bus, List<Fate> kept, DisruptionId disruption, Instant now) {
        var travelling = bookings.travelling(trip.id());
        seats.releaseUnplaced(trip.id());
        seats.reseat(
                trip.id(),
                kept.stream()
                        .map(fate -> new NewSeats(hold(fate, travelling), seatsOf(fate)))
                        .toList());
        var plates = new Plates(buses.plateOf(trip.id()), bus.plate());
        driveBy(trip, bus);
        newCoach.seat(disruption, plates, kept, now);
    }

    private void driveBy(Trip trip, Bus bus) {
        try {
            changes.driveBy(trip.id(), bus);
        } catch (DuplicateKeyException another) {
            throw DisruptionRefused.anotherTripThen();
        }
    }

    private static HoldId hold(Fate fate, List<Travelling> travelling) {
        return travelling.stream()
                .filter(booking -> booking.id().equals(fate.booking()))
                .map(Travelling::hold)
                .findFirst()
                .orElseThrow();
    }

    private static List<HeldSeat> seatsOf(Fate fate) {
        return fate.seats().stream().map(NewCoach::after).toList();
    }
}
