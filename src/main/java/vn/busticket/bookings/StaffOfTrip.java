package vn.busticket.bookings;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Who may change a trip: administrators, and the staff of the company that runs it. */
@Component
class StaffOfTrip {

    private final AccountQueries accounts;
    private final Trips trips;
    private final Clock clock;

    StaffOfTrip(AccountQueries accounts, Trips trips, Clock clock) {
        this.accounts = accounts;
        this.trips = trips;
        this.clock = clock;
    }

    /**
     * The trip, for somebody who may change it.
     *
     * @throws DisruptionRefused there is no such trip, or it belongs to another company
     */
    Trip require(AccountId staff, TripId id) {
        var trip = trips.findAnew(id).orElseThrow(DisruptionRefused::notYours);
        if (!mayChange(staff, trip)) {
            throw DisruptionRefused.notYours();
        }
        return trip;
    }

    /**
     * Refuses a trip that cannot be changed any more.
     *
     * @throws DisruptionRefused it was called off, or has left its first stop
     */
    void requireAhead(Trip trip) {
        if (trip.state() == Trip.State.CANCELLED) {
            throw DisruptionRefused.calledOff();
        }
        if (!trip.departsAt(0).isAfter(clock.instant())) {
            throw DisruptionRefused.hasLeft();
        }
    }

    private boolean mayChange(AccountId staff, Trip trip) {
        return accounts.find(staff)
                .filter(account ->
                        switch (account.role()) {
                            case ADMINISTRATOR -> true;
                            case OPERATOR_STAFF ->
                                    trip.operator().code().equals(account.operatorCode());
                            case PASSENGER -> false;
                        })
                .isPresent();
    }
}
