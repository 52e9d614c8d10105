package vn.busticket.seats;

import java.util.List;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.TripId;

/**
 * All seats that a booking is to have in future.
 *
 * @param seats at least one, each with what it costs; those that the booking has already are among
 *     them
 */
public record SeatWish(TripId tripId, Stretch stretch, List<HeldSeat> seats) {

    public SeatWish {
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("A wish for no seat on trip " + tripId.value());
        }
        seats = List.copyOf(seats);
    }
}
