package vn.busticket.bookings;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which seats a party has instead of its own.
 *
 * @param seats the new label for each old one, perhaps the same
 */
record SeatMoves(Map<String, String> seats) {

    SeatMoves {
        seats = new TreeMap<>(seats);
    }

    String newLabelOf(String oldLabel) {
        return seats.getOrDefault(oldLabel, oldLabel);
    }

    /** The seats that changed, for the history. */
    Map<String, String> detail() {
        return Map.of(
                "fromSeats", changed(Map.Entry::getKey), "toSeats", changed(Map.Entry::getValue));
    }

    private String changed(Function<Map.Entry<String, String>, String> side) {
        return seats.entrySet().stream()
                .filter(move -> !move.getKey().equals(move.getValue()))
                .map(side)
                .collect(joining(", "));
    }
}
