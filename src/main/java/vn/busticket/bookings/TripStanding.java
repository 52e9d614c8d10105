package vn.busticket.bookings;

import java.util.List;
import java.util.Optional;
import vn.busticket.trips.Bus;
import vn.busticket.trips.Concerned;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripDisruption;

/**
 * A trip as the staff see it who may change it.
 *
 * @param bus the coach that drives it, once one is assigned
 * @param concerned the bookings that are paid or wait for their money now; for a trip that was
 *     called off those that are still to be cancelled
 * @param done what was done to it, the last first
 * @param isAhead false once it was called off or has left its first stop
 */
public record TripStanding(
        Trip trip,
        Optional<Bus> bus,
        Concerned concerned,
        List<TripDisruption> done,
        boolean isAhead) {

    public TripStanding {
        done = List.copyOf(done);
    }
}
