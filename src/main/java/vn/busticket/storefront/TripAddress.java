package vn.busticket.storefront;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.busticket.trips.TripId;

/**
 * The address of the seats of a trip as it was written; nothing of it is believed.
 *
 * @param id empty if that is no number of a trip
 * @param from a place or stop to leave from; empty for the first
 * @param to a place or stop to go to; empty for the last
 * @param boarding the stop to get on at, if one is named
 * @param dropOff the stop to get off at, if one is named
 * @param passengers how many seats are looked for
 */
record TripAddress(
        Optional<TripId> id,
        String from,
        String to,
        String boarding,
        String dropOff,
        int passengers) {

    static TripAddress read(String written, Map<String, List<String>> parameters) {
        return new TripAddress(
                tripId(written),
                text(parameters, "from"),
                text(parameters, "to"),
                text(parameters, "boarding"),
                text(parameters, "dropoff"),
                passengers(text(parameters, "passengers")));
    }

    TripAddress withStops(String boardingStop, String dropOffStop) {
        return new TripAddress(id, from, to, boardingStop, dropOffStop, passengers);
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "boarding", boarding);
        put(parameters, "dropoff", dropOff);
        put(parameters, "passengers", Integer.toString(passengers));
        return new QueryParameters(parameters);
    }

    private static Optional<TripId> tripId(String written) {
        try {
            var number = Long.parseLong(written);
            return number > 0 ? Optional.of(new TripId(number)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static int passengers(String written) {
        try {
            return Math.clamp(Integer.parseInt(written), 1, SearchAddress.MAX_PASSENGERS);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isBlank()) {
            parameters.put(name, List.of(value));
        }
    }

    private static String text(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
