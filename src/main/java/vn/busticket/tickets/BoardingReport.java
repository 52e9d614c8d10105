package vn.busticket.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a phone tells at once: everything since it last had a network.
 *
 * @param device made by the phone once
 * @param sentAt what the phone's clock showed when it sent this, so that a wrong clock does no harm
 * @param entries at most 500
 */
public record BoardingReport(UUID device, Instant sentAt, List<BoardingEntry> entries) {

    /** As many as one report holds. */
    public static final int MOST_ENTRIES = 500;

    public BoardingReport {
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("Too many entries: " + entries.size());
        }
        entries = List.copyOf(entries);
    }

    /** The entries as they happened. */
    List<BoardingEntry> inOrder() {
        return entries.stream().sorted(Comparator.comparing(BoardingEntry::at)).toList();
    }

    /** When an entry happened by our clock, never after now. */
    Instant doneAt(BoardingEntry entry, Instant now) {
        var ago = Duration.between(entry.at(), sentAt);
        return ago.isNegative() ? now : now.minus(ago);
    }
}
