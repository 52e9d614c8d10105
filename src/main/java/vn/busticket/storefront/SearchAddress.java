package vn.busticket.storefront;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripQuery;
import vn.busticket.search.TripSort;

/**
 * The address of a page of results: everything that it shows.
 *
 * @param fromPlace code of the place to leave from
 * @param toPlace code of the place to go to
 */
record SearchAddress(
        String fromPlace,
        String toPlace,
        LocalDate day,
        int passengers,
        TripFilter filter,
        TripSort sort) {

    static final int MAX_PASSENGERS = 6;

    /** The first page of a new search. */
    static SearchAddress of(String fromPlace, String toPlace, LocalDate day, int passengers) {
        return new SearchAddress(
                fromPlace, toPlace, day, passengers, TripFilter.NONE, TripSort.EARLIEST);
    }

    TripQuery query() {
        return new TripQuery(fromPlace, toPlace, day, passengers);
    }

    SearchAddress with(LocalDate otherDay) {
        return new SearchAddress(fromPlace, toPlace, otherDay, passengers, filter, sort);
    }

    SearchAddress with(TripFilter otherFilter) {
        return new SearchAddress(fromPlace, toPlace, day, passengers, otherFilter, sort);
    }

    SearchAddress with(TripSort otherSort) {
        return new SearchAddress(fromPlace, toPlace, day, passengers, filter, otherSort);
    }

    /** The parameters behind the question mark. */
    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("from", List.of(fromPlace));
        parameters.put("to", List.of(toPlace));
        parameters.put("date", List.of(day.toString()));
        parameters.put("passengers", List.of(Integer.toString(passengers)));
        put(parameters, "hours", filter.hours(), Enum::name);
        put(parameters, "operator", filter.operators(), Function.identity());
        put(parameters, "bus", filter.busKinds(), Enum::name);
        filter.priceAtMost()
                .ifPresent(most -> parameters.put("price", List.of(Long.toString(most.dong()))));
        put(parameters, "boarding", filter.boardingStops(), Function.identity());
        put(parameters, "dropoff", filter.dropOffStops(), Function.identity());
        if (sort != TripSort.EARLIEST) {
            parameters.put("sort", List.of(sort.name()));
        }
        return new QueryParameters(parameters);
    }

    /** The address relative to the application: {@code trips?from=…}. */
    String link() {
        return "trips?" + parameters().getQueryString();
    }

    /** The address of the search form filled with this search. */
    String formLink() {
        return "./?" + of(fromPlace, toPlace, day, passengers).parameters().getQueryString();
    }

    /** The address of the seats of one trip, on the way between these places. */
    String seatsLink(long tripId, String boardingStop, String dropOffStop) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("from", List.of(fromPlace));
        parameters.put("to", List.of(toPlace));
        parameters.put("boarding", List.of(boardingStop));
        parameters.put("dropoff", List.of(dropOffStop));
        parameters.put("passengers", List.of(Integer.toString(passengers)));
        return "trips/" + tripId + "?" + new QueryParameters(parameters).getQueryString();
    }

    private static <T> void put(
            Map<String, List<String>> parameters,
            String name,
            Set<T> values,
            Function<T, String> written) {
        if (!values.isEmpty()) {
            parameters.put(
                    name, new ArrayList<>(new TreeSet<>(values.stream().map(written).toList())));
        }
    }

    /** The same set with one value more or less. */
    static <T> Set<T> toggled(Set<T> values, T value) {
        return values.contains(value)
                ? Set.copyOf(values.stream().filter(one -> !one.equals(value)).toList())
                : Set.copyOf(Stream.concat(values.stream(), Stream.of(value)).toList());
    }
}
