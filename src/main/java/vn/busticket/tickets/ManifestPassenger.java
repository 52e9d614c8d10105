package vn.busticket.tickets;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.PassengerState;
import vn.busticket.shared.Stretch;

/**
 * One passenger on the list of a crew.
 *
 * @param maskedPhone of whoever booked, without its middle; {@link Manifests#phone} tells all of it
 * @param boardedAt when the passenger got on; empty while not on the coach
 * @param ticket number of the valid ticket; null if there is none
 */
public record ManifestPassenger(
        long id,
        String bookingCode,
        String seatLabel,
        String fullName,
        String maskedPhone,
        Stretch stretch,
        PassengerState state,
        Optional<Instant> boardedAt,
        @Nullable Long ticket) {}
