package vn.busticket.storefront;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.busticket.search.TripOffer;
import vn.busticket.search.TripQuery;
import vn.busticket.shared.Vnd;

/**
 * All that a page of results knows.
 *
 * @param offers the trips of the day, before any filter
 * @param prices the lowest price of each day around it
 */
record FoundTrips(
        TripQuery query, List<TripOffer> offers, SortedMap<LocalDate, Optional<Vnd>> prices) {

    /** The day with trips that lies nearest to the one that was asked for, the later of two. */
    Optional<Map.Entry<LocalDate, Vnd>> nearestDay() {
        return prices.entrySet().stream()
                .filter(day -> !day.getKey().equals(query.day()))
                .flatMap(
                        day -> day.getValue().map(price -> Map.entry(day.getKey(), price)).stream())
                .min(
                        Comparator.comparing((Map.Entry<LocalDate, Vnd> day) ->
                                        Math.abs(
                                                day.getKey().toEpochDay()
                                                        - query.day().toEpochDay()))
                                .thenComparing(
                                        Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }
}
