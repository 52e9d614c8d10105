package vn.busticket.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Amenity;
import vn.busticket.trips.BusType;
import vn.busticket.trips.Operator;
import vn.busticket.trips.Stop;
import vn.busticket.trips.TripId;

/**
 * A trip that is on sale, for one stretch of its road.
 *
 * @param departsAt when it leaves the boarding stop
 * @param arrivesAt when it reaches the drop-off stop
 * @param priceFrom the lowest fare of any class of seat
 * @param seatsLeft seats that nobody has or holds on that stretch
 * @param passengers how many seats were asked for
 */
public record TripOffer(
        TripId tripId,
        Stretch stretch,
        Operator operator,
        BusType busType,
        Stop boarding,
        Stop dropOff,
        Instant departsAt,
        Instant arrivesAt,
        Vnd priceFrom,
        int seatsLeft,
        int passengers) {

    /** How long it travels. */
    public Duration duration() {
        return Duration.between(departsAt, arrivesAt);
    }

    /** The comforts on board. */
    public Set<Amenity> amenities() {
        return busType.amenities();
    }

    /** True if no seat is left. */
    public boolean isSoldOut() {
        return seatsLeft == 0;
    }

    /** True if there are seats for everybody who was asked for. */
    public boolean hasRoom() {
        return seatsLeft >= passengers;
    }
}
