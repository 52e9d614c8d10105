package vn.busticket.bookings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the operator made of a trip since it was booked, as the history of the booking tells it.
 *
 * @param departsBefore when the coach was to leave the boarding stop as it was booked; empty if it
 *     was never moved
 * @param departsAfter when it leaves now; likewise
 * @param plateBefore of the coach before its last change; empty if none was assigned or it never
 *     changed
 * @param plateAfter of the coach afterwards; empty if it never changed
 * @param seats the new label for each old one, as far as they changed at the last change of coach
 * @param isLowerClass true if somebody ever got a seat that was worth less
 * @param isOtherTrip true if the trip was called off and this is another one
 */
public record OperatorChange(
        Optional<Instant> departsBefore,
        Optional<Instant> departsAfter,
        Optional<String> plateBefore,
        Optional<String> plateAfter,
        Map<String, String> seats,
        boolean isLowerClass,
        boolean isOtherTrip) {

    static final String LOWER_CLASS = "lowerClass";
    static final String PLATE_BEFORE = "plateBefore";
    static final String PLATE_AFTER = "plateAfter";

    /**
     * From this much on people may have other plans than they had when they booked: then they may
     * leave with all their money, whatever their fare allows. An hour is what a coach may well be
     * late on its way, so that less changes nobody's day.
     */
    private static final Duration CONSIDERABLE = Duration.ofMinutes(60);

    public OperatorChange {
        seats = Map.copyOf(seats);
    }

    /**
     * What became of a trip; empty if it is as it was booked, or as the passenger chose it since.
     */
    public static Optional<OperatorChange> of(List<HistoryLine> whole) {
        var history = sinceTheTripWasChosen(whole);
        var others = lines(history, HistoryEvent.MOVED_TO_OTHER_TRIP);
        var moves = lines(history, HistoryEvent.TRIP_MOVED, HistoryEvent.MOVED_TO_OTHER_TRIP);
        var coaches = lines(history, HistoryEvent.COACH_CHANGED, HistoryEvent.MOVED_TO_OTHER_TRIP);
        if (moves.isEmpty() && coaches.isEmpty()) {
            return Optional.empty();
        }
        var lastCoach = last(coaches);
        return Optional.of(
                new OperatorChange(
                        moves.stream().findFirst().map(line -> instant(line, "departsBefore")),
                        last(moves).map(line -> instant(line, "departsAfter")),
                        lastCoach.map(line -> line.detail().get(PLATE_BEFORE)),
                        lastCoach.map(line -> line.detail().get(PLATE_AFTER)),
                        lastCoach.map(OperatorChange::seats).orElse(Map.of()),
                        coaches.stream().anyMatch(line -> line.detail().containsKey(LOWER_CLASS)),
                        !others.isEmpty()));
    }

    /** What one thing that an operator did meant for a booking; empty if nothing. */
    public static Optional<OperatorChange> of(List<HistoryLine> history, long disruption) {
        var number = Long.toString(disruption);
        return of(
                history.stream()
                        .filter(line -> number.equals(line.detail().get("disruption")))
                        .toList());
    }

    /** True if the passengers may leave with all their money. */
    public boolean isConsiderable() {
        return isLowerClass
                || isOtherTrip
                || shift().filter(OperatorChange::isConsiderable).isPresent();
    }

    /** True for a move by so much, in either direction, that passengers may leave. */
    public static boolean isConsiderable(Duration shift) {
        return shift.abs().compareTo(CONSIDERABLE) >= 0;
    }

    /** True if the coach leaves at another time than booked. */
    public boolean isMoved() {
        return shift().filter(shift -> !shift.isZero()).isPresent();
    }

    private Optional<Duration> shift() {
        return departsBefore.flatMap(
                before -> departsAfter.map(after -> Duration.between(before, after)));
    }

    private static List<HistoryLine> sinceTheTripWasChosen(List<HistoryLine> history) {
        var first = 0;
        for (var number = 0; number < history.size(); number++) {
            if (history.get(number).detail().containsKey("toDeparture")) {
                first = number + 1;
            }
        }
        return history.subList(first, history.size());
    }

    private static List<HistoryLine> lines(List<HistoryLine> history, HistoryEvent... events) {
        return history.stream().filter(line -> List.of(events).contains(line.event())).toList();
    }

    private static Optional<HistoryLine> last(List<HistoryLine> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    private static Instant instant(HistoryLine line, String name) {
        return Instant.ofEpochSecond(Long.parseLong(line.detail().getOrDefault(name, "0")));
    }

    private static Map<String, String> seats(HistoryLine line) {
        var from = labels(line, "fromSeats");
        var to = labels(line, "toSeats");
        var seats = new TreeMap<String, String>();
        for (var number = 0; number < Math.min(from.size(), to.size()); number++) {
            seats.put(from.get(number), to.get(number));
        }
        return seats;
    }

    private static List<String> labels(HistoryLine line, String name) {
        var labels = line.detail().getOrDefault(name, "");
        return labels.isEmpty() ? List.of() : List.of(labels.split(", "));
    }
}
