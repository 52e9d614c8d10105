package vn.busticket.bookings;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundReason;
import vn.busticket.payments.RefundService;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.OtherCoach;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripDisruption;
import vn.busticket.trips.Trips;

/**
 * Lets the people of a trip that was called off go by another one: nobody pays more, who gets a
 * lower class gets the difference back, and all may still leave for nothing.
 */
@Component
class TripTransfer {

    private final BookingRepository bookings;
    private final ChangeSaving changes;
    private final OtherCoach coach;
    private final Trips trips;
    private final RefundService refunds;
    private final ApplicationEventPublisher events;

    TripTransfer(
            BookingRepository bookings,
            ChangeSaving changes,
            OtherCoach coach,
            Trips trips,
            RefundService refunds,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.changes = changes;
        this.coach = coach;
        this.trips = trips;
        this.refunds = refunds;
        this.events = events;
    }

    /**
     * Moves a locked booking and tells {@link BookingsReseated}.
     *
     * @param calledOff how its trip was called off
     * @return false if it is not paid, or the other trip cannot carry all of it; then it is as it
     *     was
     */
    boolean move(Booking booking, Trip before, TripDisruption calledOff, Instant now) {
        if (booking.state() != BookingState.CONFIRMED) {
            return false;
        }
        var other =
                calledOff
                        .movedTo()
                        .flatMap(trips::findAnew)
                        .filter(trip -> trip.state() == Trip.State.SCHEDULED);
        return other.flatMap(trip -> RouteTrips.sameStops(before, booking.stretch(), trip))
                .filter(stretch -> other.get().departsAt(stretch.from()).isAfter(now))
                .filter(stretch ->
                        move(booking, before, new Way(other.get(), stretch), calledOff, now))
                .isPresent();
    }

    private record Way(Trip trip, Stretch stretch) {}

    /** What waits for its money is about the trip that does not run. */
    private boolean move(
            Booking booking, Trip before, Way way, TripDisruption calledOff, Instant now) {
        changes.withdraw(booking, now);
        bookings.flush();
        var seated = coach.seat(booking.holdId(), before, way.trip(), way.stretch());
        seated.ifPresent(seats -> carryOn(booking, way, seats, calledOff, now));
        return seated.isPresent();
    }

    private void carryOn(
            Booking booking,
            Way way,
            Map<String, HeldSeat> seats,
            TripDisruption calledOff,
            Instant now) {
        var told = detail(booking, way, seats, calledOff);
        var before = booking.total();
        booking.carryOn(way.trip(), way.stretch(), seats, told, now);
        bookings.flush();
        var less = before.minus(booking.total());
        if (less.isPositive()) {
            var payable = new PayableId(booking.id().value());
            refunds.openAllocated(payable, less, RefundReason.PAID_TOO_MUCH);
        }
        events.publishEvent(new BookingsReseated(calledOff.id(), List.of(booking.id())));
    }

    private static Map<String, String> detail(
            Booking booking, Way way, Map<String, HeldSeat> seats, TripDisruption calledOff) {
        var labels =
                seats.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, seat -> seat.getValue().label()));
        var detail = new HashMap<>(new SeatMoves(labels).detail());
        detail.put("disruption", Long.toString(calledOff.id().value()));
        detail.put("departsBefore", Long.toString(booking.departsAt().getEpochSecond()));
        detail.put(
                "departsAfter",
                Long.toString(way.trip().departsAt(way.stretch().from()).getEpochSecond()));
        return Map.copyOf(detail);
    }
}
