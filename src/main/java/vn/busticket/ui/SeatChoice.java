package vn.busticket.ui;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.busticket.seats.SeatMap;

/** What one visitor has picked on a seat map, and what of it still stands after the map changed. */
final class SeatChoice {

    private final int limit;
    private final SortedSet<String> chosen = new TreeSet<>();
    private Map<String, SeatMap.State> states;

    /**
     * @param wished labels that are picked from the start, as far as they can be taken
     * @param limit how many may be picked at most
     */
    SeatChoice(SeatMap map, Collection<String> wished, int limit) {
        this.limit = limit;
        this.states = statesOf(map);
        wished.stream().filter(this::isOpen).limit(limit).forEach(chosen::add);
    }

    /** What became of a press on a seat. */
    enum Answer {
        /** It is picked now. */
        PICKED,
        /** It is not picked any more. */
        LEFT,
        /** As many as allowed are picked already. */
        FULL,
        /** It cannot be taken. */
        REFUSED
    }

    /**
     * What a newer map changed.
     *
     * @param states seats that are in another state than before
     * @param lost seats that were picked and cannot be taken any more
     */
    record Change(Map<String, SeatMap.State> states, SortedSet<String> lost) {}

    /** The picked seats by label. */
    SortedSet<String> chosen() {
        return Collections.unmodifiableSortedSet(chosen);
    }

    /** Picks a seat, or leaves it if it was picked. */
    Answer press(String label) {
        if (chosen.remove(label)) {
            return Answer.LEFT;
        }
        if (!isOpen(label)) {
            return Answer.REFUSED;
        }
        if (chosen.size() >= limit) {
            return Answer.FULL;
        }
        chosen.add(label);
        return Answer.PICKED;
    }

    /** Takes over a newer map of the same trip and stretch. */
    Change update(SeatMap newer) {
        var before = states;
        states = statesOf(newer);
        var changed = new TreeMap<>(states);
        changed.entrySet().removeIf(seat -> seat.getValue() == before.get(seat.getKey()));
        var lost = new TreeSet<>(chosen);
        lost.removeIf(this::isOpen);
        chosen.removeAll(lost);
        return new Change(changed, lost);
    }

    private boolean isOpen(String label) {
        return states.get(label) == SeatMap.State.FREE;
    }

    /** The visitor's own hold does not stand in the visitor's way. */
    private static Map<String, SeatMap.State> statesOf(SeatMap map) {
        return map.seats().values().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                SeatMap.Seat::label,
                                seat ->
                                        seat.state() == SeatMap.State.OWN
                                                ? SeatMap.State.FREE
                                                : seat.state()));
    }
}
