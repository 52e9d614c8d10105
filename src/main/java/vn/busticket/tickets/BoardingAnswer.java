package vn.busticket.tickets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing that a crew did at the door.
 *
 * @param id of the entry
 * @param passenger whom it is about, if that is a passenger of this trip
 * @param at when that passenger got on, or when another trip leaves; null where neither matters
 */
public record BoardingAnswer(
        UUID id, BoardingOutcome outcome, @Nullable Long passenger, @Nullable Instant at) {}
