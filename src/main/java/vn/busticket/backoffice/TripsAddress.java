package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripSearch;

/**
 * What the address of the list of trips says.
 *
 * @param route code of a route, empty for all
 * @param operator code of a company, empty for all
 * @param state empty for all
 * @param page from 0
 */
record TripsAddress(
        LocalDate day, String route, String operator, Optional<Trip.State> state, int page) {

    static final String PATH = "admin/trips";

    /**
     * What an address asks for.
     *
     * @param today for an address that names no day
     */
    static TripsAddress of(QueryParameters query, LocalDate today) {
        return new TripsAddress(
                query.getSingleParameter("day").flatMap(TripsAddress::day).orElse(today),
                query.getSingleParameter("route").orElse(""),
                query.getSingleParameter("operator").orElse(""),
                query.getSingleParameter("show").flatMap(TripsAddress::state),
                query.getSingleParameter("page")
                        .filter(number -> number.matches("[1-9]\\d{0,3}"))
                        .map(number -> Integer.parseInt(number) - 1)
                        .orElse(0));
    }

    TripsAddress on(LocalDate other) {
        return new TripsAddress(other, route, operator, state, 0);
    }

    TripsAddress ofRoute(String code) {
        return new TripsAddress(day, code, operator, state, 0);
    }

    TripsAddress ofOperator(String code) {
        return new TripsAddress(day, route, code, state, 0);
    }

    TripsAddress showing(Optional<Trip.State> wanted) {
        return new TripsAddress(day, route, operator, wanted, 0);
    }

    /** The address of a page of it. */
    String at(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("day", day.toString());
        values.put("route", route);
        values.put("operator", operator);
        values.put("show", state.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
        values.put("page", number == 0 ? "" : Integer.toString(number + 1));
        return MoneyAddresses.withQuery(PATH, values);
    }

    TripSearch search() {
        return new TripSearch(
                day,
                route.isEmpty() ? null : route,
                operator.isEmpty() ? null : operator,
                state.orElse(null));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Trip.State> state(String name) {
        return Arrays.stream(Trip.State.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
