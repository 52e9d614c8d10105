package vn.busticket.seats;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * The seats of a trip as one visitor sees them for one stretch; where they stand says the trip's
 * layout.
 *
 * @param seats every seat that the layout sells, by label
 */
public record SeatMap(TripId tripId, Stretch stretch, Map<String, Seat> seats) {

    public SeatMap {
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
    }

    /**
     * One seat.
     *
     * @param price empty if it is not for sale on this stretch
     */
    public record Seat(String label, String seatClass, State state, Optional<Vnd> price) {}

    /** Whether a seat can be taken. */
    public enum State {
        /** Can be taken. */
        FREE,
        /** Somebody else keeps it and has not paid yet. */
        HELD,
        /** Somebody else has paid for it. */
        SOLD,
        /** Is not sold on this stretch, or not any more. */
        NOT_FOR_SALE,
        /** Belongs to the visitor's own hold. */
        OWN
    }

    /**
     * The map of a trip for one stretch, from what is occupied on any stretch: many viewers of one
     * trip can share one reading.
     *
     * @param own the viewer's hold, if there is one
     */
    public static SeatMap of(
            Trip trip,
            Stretch stretch,
            List<OccupiedSeat> occupied,
            @Nullable HoldId own,
            Instant now) {
        var owners = new HashMap<String, OccupiedSeat>();
        for (var seat : occupied) {
            if (seat.stretch().overlaps(stretch) && seat.isTaken(now)) {
                owners.merge(seat.label(), seat, (one, other) -> one.sold() ? one : other);
            }
        }
        var onSale = trip.isOnSale(stretch, now);
        var seats = new HashMap<String, Seat>();
        trip.layout()
                .seats()
                .forEach((label, cell) -> {
                    var price = trip.fare(stretch, cell.classOfSeat());
                    var state = stateOf(owners.get(label), own, onSale && price.isPresent());
                    seats.put(label, new Seat(label, cell.classOfSeat(), state, price));
                });
        return new SeatMap(trip.id(), stretch, seats);
    }

    /**
     * The seat of that label.
     *
     * @throws IllegalArgumentException if the layout sells no such seat
     */
    public Seat seat(String label) {
        var seat = seats.get(label);
        if (seat == null) {
            throw new IllegalArgumentException("No seat " + label + " on trip " + tripId.value());
        }
        return seat;
    }

    /** How many seats can be taken. */
    public int freeCount() {
        return (int) seats.values().stream().filter(seat -> seat.state() == State.FREE).count();
    }

    private static State stateOf(
            @Nullable OccupiedSeat owner, @Nullable HoldId own, boolean forSale) {
        if (owner != null && owner.holdId().equals(own)) {
            return State.OWN;
        }
        if (owner != null) {
            return owner.sold() ? State.SOLD : State.HELD;
        }
        return forSale ? State.FREE : State.NOT_FOR_SALE;
    }
}
