package vn.busticket.trips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.busticket.shared.Stretch;

/** Finds the stretches of a line of stops that lead from one place to another. */
final class Stretches {

    private Stretches() {}

    /**
     * Stops of the places themselves before those of places inside them: a province may be called
     * like its city and reach far beyond it. Then the earliest boarding first, then the latest
     * drop-off first; none within one and the same stop.
     */
    static <T> List<Stretch> between(
            List<T> stops, Function<T, Stop> stopOf, String fromPlace, String toPlace) {
        var found = new ArrayList<Stretch>();
        for (int from = 0; from < stops.size(); from++) {
            if (!stopOf.apply(stops.get(from)).isIn(fromPlace)) {
                continue;
            }
            for (int to = stops.size() - 1; to > from; to--) {
                if (stopOf.apply(stops.get(to)).isIn(toPlace)) {
                    found.add(new Stretch(from, to));
                }
            }
        }
        found.sort(
                Comparator.comparing((Stretch stretch) ->
                                isInside(stops, stopOf, stretch.from(), fromPlace))
                        .thenComparing(stretch -> isInside(stops, stopOf, stretch.to(), toPlace)));
        return found;
    }

    private static <T> boolean isInside(
            List<T> stops, Function<T, Stop> stopOf, int sequence, String place) {
        return !stopOf.apply(stops.get(sequence)).placeCode().equals(place);
    }
}
