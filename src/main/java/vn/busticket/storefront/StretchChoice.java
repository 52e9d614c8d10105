package vn.busticket.storefront;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripStop;

/**
 * The stretch of a trip that somebody travels, and what else can be picked between the same places.
 *
 * @param fromPlace code of the place to leave from
 * @param toPlace code of the place to go to
 * @param boardings stops to get on at, this one among them
 * @param dropOffs stops to get off at for that boarding stop, this one among them
 */
record StretchChoice(
        String fromPlace,
        String toPlace,
        Stretch stretch,
        List<TripStop> boardings,
        List<TripStop> dropOffs) {

    /**
     * Finds the stretch of an address on a trip.
     *
     * @param placeCode answers the code of a place that is written by its code or name
     * @return empty if the trip is not sold between these places in this order
     */
    static Optional<StretchChoice> of(
            Trip trip, TripAddress address, Function<String, Optional<String>> placeCode) {
        var from = place(trip, address.from(), 0, placeCode);
        var to = place(trip, address.to(), trip.stops().size() - 1, placeCode);
        return from.flatMap(start -> to.flatMap(end -> between(trip, start, end, address)));
    }

    private static Optional<StretchChoice> between(
            Trip trip, String fromPlace, String toPlace, TripAddress address) {
        var possible = trip.stretchesBetween(fromPlace, toPlace);
        var boarding = address.boarding().isBlank() ? address.from() : address.boarding();
        var dropOff = address.dropOff().isBlank() ? address.to() : address.dropOff();
        return possible.stream()
                .filter(stretch -> isAt(trip, stretch.from(), boarding))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .map(first -> {
                    var fromHere =
                            possible.stream()
                                    .filter(stretch -> stretch.from() == first.from())
                                    .toList();
                    var picked =
                            fromHere.stream()
                                    .filter(stretch -> isAt(trip, stretch.to(), dropOff))
                                    .findFirst()
                                    .orElse(first);
                    return new StretchChoice(
                            fromPlace,
                            toPlace,
                            picked,
                            stops(trip, possible, Stretch::from),
                            stops(trip, fromHere, Stretch::to));
                });
    }

    /** Somebody may write a stop of the trip instead of a place; then its place is meant. */
    private static Optional<String> place(
            Trip trip,
            String written,
            int otherwise,
            Function<String, Optional<String>> placeCode) {
        if (written.isBlank()) {
            return Optional.of(trip.stopAt(otherwise).stop().placeCode());
        }
        return trip.stops().stream()
                .map(stop -> stop.stop())
                .filter(stop -> stop.code().equals(written))
                .map(stop -> stop.placeCode())
                .findFirst()
                .or(() -> placeCode.apply(written));
    }

    private static boolean isAt(Trip trip, int sequence, String stopCode) {
        return trip.stopAt(sequence).stop().code().equals(stopCode);
    }

    private static List<TripStop> stops(
            Trip trip, List<Stretch> stretches, Function<Stretch, Integer> end) {
        return stretches.stream().map(end).distinct().sorted().map(trip::stopAt).toList();
    }
}
