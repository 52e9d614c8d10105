package vn.busticket.storefront;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripSort;
import vn.busticket.trips.Place;

/**
 * A search as it was read from an address.
 *
 * @param fromWritten the place to leave from as it stands there
 * @param toWritten the place to go to as it stands there
 * @param day the wished day, or the nearest that makes sense
 * @param passengers the wished number, or the nearest that makes sense
 * @param problems what had to be put right, or could not be
 */
record ReadSearch(
        String fromWritten,
        String toWritten,
        Optional<Place> from,
        Optional<Place> to,
        LocalDate day,
        int passengers,
        TripFilter filter,
        TripSort sort,
        Set<SearchProblem> problems) {

    /** The address of the results; empty if it is not clear from where to where. */
    Optional<SearchAddress> address() {
        if (problems.contains(SearchProblem.SAME_PLACE)) {
            return Optional.empty();
        }
        return from.flatMap(start ->
                to.map(end ->
                        new SearchAddress(
                                start.code(), end.code(), day, passengers, filter, sort)));
    }
}
