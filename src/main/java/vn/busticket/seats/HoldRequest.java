package vn.busticket.seats;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.TripId;

/**
 * The wish of a visitor for seats.
 *
 * @param seatLabels at least one
 * @param addressKey stands for the visitor's network address
 */
public record HoldRequest(
        TripId tripId, Stretch stretch, Set<String> seatLabels, UUID visitorId, String addressKey) {

    public HoldRequest {
        if (seatLabels.isEmpty()) {
            throw new IllegalArgumentException("A hold without seats on trip " + tripId.value());
        }
        seatLabels = Collections.unmodifiableSet(new TreeSet<>(seatLabels));
    }
}
