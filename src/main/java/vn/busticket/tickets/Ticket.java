package vn.busticket.tickets;

import java.time.Instant;

/**
 * A valid ticket.
 *
 * @param id number of the ticket, also inside its code
 * @param passengerId traveller of the booking
 * @param qrText signed text of the QR code
 * @param issuedAt when it was issued
 */
public record Ticket(long id, long passengerId, String qrText, Instant issuedAt) {}
