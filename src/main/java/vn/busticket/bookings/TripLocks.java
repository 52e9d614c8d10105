package vn.busticket.bookings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.CoachMove;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;
import vn.busticket.trips.TripId;

/**
 * Keeps a trip from everybody else while it is changed: its row first, so that two of the staff
 * come one after the other, then its bookings in order, then its seats.
 */
@Component
class TripLocks {

    private final StaffOfTrip staffOfTrip;
    private final TripChanges changes;
    private final TripBookings bookings;
    private final CoachMove seats;

    TripLocks(
            StaffOfTrip staffOfTrip, TripChanges changes, TripBookings bookings, CoachMove seats) {
        this.staffOfTrip = staffOfTrip;
        this.changes = changes;
        this.bookings = bookings;
        this.seats = seats;
    }

    /**
     * The trip with its seats, not its bookings.
     *
     * @throws DisruptionRefused it is not theirs, was called off, or has left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Trip lockSeats(AccountId staff, TripId id) {
        var trip = lockRow(staff, id);
        seats.lock(id);
        return trip;
    }

    /**
     * The trip with its bookings and seats.
     *
     * @throws DisruptionRefused it is not theirs, was called off or has left, or somebody booked in
     *     this very moment: that booking must not be waited for, because it may wait for the seats
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Trip lockWhole(AccountId staff, TripId id) {
        var trip = lockRow(staff, id);
        var locked = bookings.lock(id);
        seats.lock(id);
        if (!locked.containsAll(bookings.following(id))) {
            throw DisruptionRefused.meanwhile();
        }
        return trip;
    }

    /**
     * The trip with nothing else, so that two of the staff come one after the other.
     *
     * @throws DisruptionRefused it is not theirs, was called off, or has left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Trip lockRow(AccountId staff, TripId id) {
        staffOfTrip.require(staff, id);
        var trip = changes.lock(id).orElseThrow(DisruptionRefused::notYours);
        staffOfTrip.requireAhead(trip);
        return trip;
    }
}
