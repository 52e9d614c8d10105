package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.Stretch;

/**
 * One passenger of a paid booking, as the crew of the coach needs to know.
 *
 * @param phone of whoever booked; shown only masked, or with a line in the audit log
 * @param boardedAt when the passenger got on; empty while not on the coach
 */
public record TravellingPassenger(
        long id,
        BookingId booking,
        String bookingCode,
        String seatLabel,
        String fullName,
        PhoneNumber phone,
        Stretch stretch,
        PassengerState state,
        Optional<Instant> boardedAt) {}
