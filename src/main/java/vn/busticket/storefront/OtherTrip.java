package vn.busticket.storefront;

import java.time.Instant;
import java.util.Map;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;

/**
 * A trip that a booking could be changed to.
 *
 * @param stretch between the same stops
 * @param seats the proposed label for each seat of those who would go; empty if there is no room
 * @param difference what it costs more for all of them; negative if it costs less
 * @param isCurrent true for the trip that the booking is about
 */
record OtherTrip(
        Trip trip,
        Stretch stretch,
        Map<String, String> seats,
        Vnd difference,
        int seatsLeft,
        boolean isCurrent) {

    OtherTrip {
        seats = Map.copyOf(seats);
    }

    Instant departsAt() {
        return trip.departsAt(stretch.from());
    }

    Instant arrivesAt() {
        return trip.arrivesAt(stretch.to());
    }

    boolean hasRoom() {
        return !seats.isEmpty();
    }
}
