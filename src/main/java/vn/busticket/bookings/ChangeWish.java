package vn.busticket.bookings;

import java.util.Map;
import vn.busticket.trips.TripId;

/**
 * How a passenger wants a booking to be, whole.
 *
 * @param details the contact, and the passengers' names by the seats that they have now
 * @param trip the trip, perhaps the same
 * @param seats the wished label, perhaps the same, for each seat that they have now; on another
 *     trip those who are not named stay where they are
 */
public record ChangeWish(CheckoutDetails details, TripId trip, Map<String, String> seats) {

    public ChangeWish {
        seats = Map.copyOf(seats);
    }
}
