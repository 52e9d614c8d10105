package vn.busticket.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.busticket.shared.Stretch;

/**
 * What a ticket's QR code states, no more than a crew needs and no name.
 *
 * @param ticketId the ticket; a changed or cancelled one is void although its signature is right
 * @param bookingCode code of the booking, eight signs
 * @param tripId the trip
 * @param seat label of the seat, at most twelve bytes
 * @param stretch from which stop to which stop of the route, at most stop 255
 * @param departsAt when the passenger boards, to the second
 * @param issuedAt when the ticket was issued, to the second
 */
public record TicketFacts(
        long ticketId,
        String bookingCode,
        long tripId,
        String seat,
        Stretch stretch,
        Instant departsAt,
        Instant issuedAt) {

    public TicketFacts {
        if (!bookingCode.matches("[A-Z0-9]{8}")) {
            throw new IllegalArgumentException("Not a booking code: " + bookingCode);
        }
        if (seat.isEmpty() || seat.getBytes(StandardCharsets.UTF_8).length > 12) {
            throw new IllegalArgumentException("Not a seat label for a ticket: " + seat);
        }
        if (stretch.to() > 255) {
            throw new IllegalArgumentException("Too many stops for a ticket: " + stretch);
        }
        departsAt = departsAt.truncatedTo(ChronoUnit.SECONDS);
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
