package vn.busticket.tickets;

import java.time.Instant;

/**
 * Somebody whom a crew let on, or missed, before they could know better; a person has to look.
 *
 * @param outcome what it turned out to be
 * @param at when the crew decided
 */
public record BoardingConflict(
        String seatLabel, String fullName, BoardingOutcome outcome, Instant at) {}
