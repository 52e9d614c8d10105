package vn.busticket.storefront;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.search.DepartureHours;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripSort;
import vn.busticket.shared.PlainText;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.BusType;
import vn.busticket.trips.Place;
import vn.busticket.trips.Places;

/**
 * Reads a search from the parameters of an address, whatever stands there: keeps what is sane, and
 * says what is not.
 */
@Component
class SearchReader {

    private final Places places;
    private final SaleDays saleDays;

    SearchReader(Places places, SaleDays saleDays) {
        this.places = places;
        this.saleDays = saleDays;
    }

    /** Reads the parameters of an address. */
    ReadSearch read(Map<String, List<String>> parameters) {
        var problems = EnumSet.noneOf(SearchProblem.class);
        var from = place(parameters, "from", SearchProblem.FROM_UNKNOWN, problems);
        var to = place(parameters, "to", SearchProblem.TO_UNKNOWN, problems);
        if (from.isPresent() && from.equals(to)) {
            problems.add(SearchProblem.SAME_PLACE);
        }
        return new ReadSearch(
                text(parameters, "from"),
                text(parameters, "to"),
                from,
                to,
                day(parameters, problems),
                passengers(parameters, problems),
                filter(parameters),
                sort(parameters),
                problems);
    }

    /** Today in Vietnam. */
    LocalDate today() {
        return saleDays.first();
    }

    /** The place that somebody wrote by its code or by any of its names. */
    Optional<Place> place(String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        return places.byCode(written)
                .or(() ->
                        places.suggest(written, 1).stream()
                                .filter(place -> isCalled(place, written))
                                .findFirst());
    }

    private Optional<Place> place(
            Map<String, List<String>> parameters,
            String name,
            SearchProblem unknown,
            Set<SearchProblem> problems) {
        var written = text(parameters, name);
        var place = place(written);
        if (place.isEmpty()) {
            problems.add(unknown);
        }
        return place;
    }

    private static boolean isCalled(Place place, String written) {
        var key = joined(written);
        return joined(place.nameVi()).equals(key)
                || joined(place.nameEn()).equals(key)
                || place.aliases().stream().anyMatch(alias -> joined(alias).equals(key));
    }

    private static String joined(String name) {
        return PlainText.searchKey(name).replace(" ", "");
    }

    private LocalDate day(Map<String, List<String>> parameters, Set<SearchProblem> problems) {
        var today = saleDays.first();
        var written = text(parameters, "date");
        if (written.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(written);
            if (day.isBefore(today)) {
                problems.add(SearchProblem.DAY_PAST);
                return today;
            }
            if (day.isAfter(today.plusYears(1))) {
                problems.add(SearchProblem.DAY_TOO_FAR);
                return saleDays.last();
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            problems.add(SearchProblem.DAY_UNREADABLE);
            return today;
        }
    }

    private static int passengers(
            Map<String, List<String>> parameters, Set<SearchProblem> problems) {
        var written = text(parameters, "passengers");
        if (written.isBlank()) {
            return 1;
        }
        var number = number(written);
        if (number.isPresent()
                && number.get() >= 1
                && number.get() <= SearchAddress.MAX_PASSENGERS) {
            return number.get().intValue();
        }
        problems.add(SearchProblem.PASSENGERS);
        return number.filter(count -> count > 1).isPresent() ? SearchAddress.MAX_PASSENGERS : 1;
    }

    private static TripFilter filter(Map<String, List<String>> parameters) {
        return new TripFilter(
                constants(DepartureHours.class, parameters.get("hours")),
                texts(parameters.get("operator")),
                constants(BusType.Kind.class, parameters.get("bus")),
                number(text(parameters, "price")).filter(most -> most > 0).map(Vnd::new),
                texts(parameters.get("boarding")),
                texts(parameters.get("dropoff")));
    }

    private static TripSort sort(Map<String, List<String>> parameters) {
        return constants(TripSort.class, parameters.get("sort")).stream()
                .findFirst()
                .orElse(TripSort.EARLIEST);
    }

    private static <E extends Enum<E>> Set<E> constants(
            Class<E> type, @Nullable List<String> written) {
        var names = texts(written);
        var found = EnumSet.allOf(type);
        found.removeIf(constant -> !names.contains(constant.name()));
        return found;
    }

    private static Set<String> texts(@Nullable List<String> written) {
        return written == null ? Set.of() : new TreeSet<>(written);
    }

    private static Optional<Long> number(String written) {
        try {
            return Optional.of(Long.parseLong(written.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
