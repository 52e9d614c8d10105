package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.trips.TripId;

/**
 * One passenger, with the booking locked until the transaction ends.
 *
 * @param boardedAt when the passenger got on; empty while not on the coach
 */
public record BookedPassenger(
        long id,
        BookingId booking,
        TripId trip,
        BookingState bookingState,
        PassengerState state,
        Optional<Instant> boardedAt) {

    /** True if the booking or this passenger's part of it was given up. */
    public boolean isCancelled() {
        return bookingState == BookingState.CANCELLED || state == PassengerState.CANCELLED;
    }
}
