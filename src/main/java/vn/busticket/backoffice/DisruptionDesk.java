package vn.busticket.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.CoachSwap;
import vn.busticket.bookings.DisruptionRefused;
import vn.busticket.bookings.Disruptions;
import vn.busticket.bookings.OtherRun;
import vn.busticket.bookings.SwapPlan;
import vn.busticket.bookings.TripCancellation;
import vn.busticket.bookings.TripMove;
import vn.busticket.bookings.TripStanding;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Bus;
import vn.busticket.trips.BusId;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/** All that the page of a trip asks of the rooms below, in the name of who is signed in. */
@Component
class DisruptionDesk {

    private final Disruptions disruptions;
    private final TripCancellation cancellation;
    private final TripMove move;
    private final CoachSwap swap;
    private final StaffNames staff;
    private final DeskTrips names;

    DisruptionDesk(
            Disruptions disruptions,
            TripCancellation cancellation,
            TripMove move,
            CoachSwap swap,
            StaffNames staff,
            DeskTrips names) {
        this.disruptions = disruptions;
        this.cancellation = cancellation;
        this.move = move;
        this.swap = swap;
        this.staff = staff;
        this.names = names;
    }

    /** The trip; empty if there is none, or it is another company's. */
    Optional<TripStanding> look(TripId trip) {
        try {
            return Optional.of(disruptions.look(staff.me(), trip));
        } catch (DisruptionRefused notTheirs) {
            return Optional.empty();
        }
    }

    List<Bus> otherCoaches(TripId trip) {
        return disruptions.otherCoaches(staff.me(), trip);
    }

    /** The trips by which the passengers could go instead. */
    List<OtherRun> otherRuns(TripId trip) {
        return cancellation.otherRuns(staff.me(), trip);
    }

    /** Calls it off; its passengers go by the other trip if there is one, or get their money. */
    void callOff(TripId trip, Optional<TripId> other, String reason) {
        other.ifPresentOrElse(
                one -> cancellation.callOffInFavourOf(staff.me(), trip, one, reason),
                () -> cancellation.callOff(staff.me(), trip, reason));
    }

    void move(TripId trip, Instant seen, Instant departsAt, String reason) {
        move.move(staff.me(), trip, seen, departsAt, reason);
    }

    SwapPlan plan(TripId trip, BusId bus) {
        return swap.plan(staff.me(), trip, bus);
    }

    void swap(TripId trip, SwapPlan seen, Set<BookingId> refunded, String reason) {
        swap.swap(staff.me(), trip, seen, refunded, reason);
    }

    String nameOf(long account) {
        return staff.of(new AccountId(account));
    }

    /** From the first place to the last. */
    String way(Trip trip) {
        return names.way(trip, new Stretch(0, trip.stops().size() - 1));
    }
}
