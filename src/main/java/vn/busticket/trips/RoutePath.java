package vn.busticket.trips;

import java.util.List;
import vn.busticket.shared.Stretch;

/**
 * The ordered stops of a route; never changes, a route whose stops change gets a new path.
 *
 * @param id its number in the database
 * @param stops each at the index of its sequence
 */
public record RoutePath(long id, String routeCode, List<PathStop> stops) {

    public RoutePath {
        stops = List.copyOf(stops);
    }

    /**
     * All stretches between the stops of two places, whether or not a fare is known for them: the
     * places' own stops first, then the earliest boarding, then the latest drop-off.
     */
    public List<Stretch> stretchesBetween(String fromPlace, String toPlace) {
        return Stretches.between(stops, PathStop::stop, fromPlace, toPlace);
    }
}
