package vn.busticket.seats;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/**
 * One visitor's seats on one stretch of one trip, as they stood when they were read.
 *
 * @param token names it in URLs
 * @param seats by label
 * @param heldUntil from this instant on anybody may take the seats, unless they are sold
 * @param renewals how often the visitor has asked for more time
 * @param placed true once a booking stands on it
 */
public record Hold(
        HoldId id,
        String token,
        TripId tripId,
        Stretch stretch,
        List<HeldSeat> seats,
        UUID visitorId,
        Instant heldUntil,
        int renewals,
        boolean placed,
        State state) {

    /** What has become of it. */
    public enum State {
        /** The seats are kept for the visitor. */
        LIVE,
        /** Its time is over; the seats may be gone. */
        OVERDUE,
        /** The seats are paid for. */
        SOLD,
        /** It was given up. */
        RELEASED
    }

    public Hold {
        seats = List.copyOf(seats);
    }

    /** The labels of its seats. */
    public List<String> seatLabels() {
        return seats.stream().map(HeldSeat::label).toList();
    }

    /** The class of each of its seats. */
    public List<String> seatClasses() {
        return seats.stream().map(HeldSeat::seatClass).toList();
    }

    /** What its seats cost together. */
    public Vnd total() {
        return Vnd.sum(seats.stream().map(HeldSeat::price).toList());
    }

    /** True while its visitor may ask for more time. */
    public boolean canBeRenewed() {
        return state == State.LIVE && !placed && renewals < SeatService.MAX_RENEWALS;
    }
}
