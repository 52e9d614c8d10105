package vn.busticket.tickets;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a crew did at the door, as their phone tells it.
 *
 * @param id made by the phone, so that the same entry told twice is one
 * @param what the scanned text, the typed booking code, or the number of the passenger
 * @param at when it was done by the phone's clock
 * @param told what the phone told the crew at once
 */
public record BoardingEntry(UUID id, Kind kind, String what, Instant at, BoardingOutcome told) {

    private static final int LONGEST = 400;

    /** What was done. */
    public enum Kind {
        /** A code was scanned. */
        SCAN,
        /** A booking code was typed. */
        CODE,
        /** A passenger was ticked off. */
        BOARD,
        /** What was noted about a passenger was taken back. */
        UNDO,
        /** A passenger did not come. */
        MISS
    }

    public BoardingEntry {
        if (what.length() > LONGEST) {
            throw new IllegalArgumentException("Too long for anything at the door");
        }
    }

    /** The passenger's number; not one of ours if something else stands there. */
    long passenger() {
        return what.matches("\\d{1,18}") ? Long.parseLong(what) : 0;
    }
}
