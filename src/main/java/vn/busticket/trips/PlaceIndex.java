package vn.busticket.trips;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.busticket.shared.PlainText;

/** All places with every name that they go by, folded for comparing. */
final class PlaceIndex {

    private static final int NO_MATCH = Integer.MAX_VALUE;

    private final List<Entry> entries;
    private final Map<String, Place> byCode;

    /**
     * @param timesServed how many stops of paths lie in a place; the most served come first
     */
    PlaceIndex(List<Place> places, Map<String, Long> timesServed) {
        this.entries =
                places.stream()
                        .map(place -> entry(place, timesServed.getOrDefault(place.code(), 0L)))
                        .sorted(
                                Comparator.comparingLong(Entry::timesServed)
                                        .reversed()
                                        .thenComparing(entry -> entry.names().getFirst().key()))
                        .toList();
        this.byCode = places.stream().collect(toUnmodifiableMap(Place::code, Function.identity()));
    }

    List<Place> all() {
        return entries.stream().map(Entry::place).toList();
    }

    Optional<Place> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    List<Place> suggest(String typed, int limit) {
        var key = PlainText.searchKey(typed);
        return entries.stream()
                .map(entry -> new Ranked(entry, entry.rank(key)))
                .filter(ranked -> ranked.rank() != NO_MATCH)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(limit)
                .map(ranked -> ranked.entry().place())
                .toList();
    }

    private static Entry entry(Place place, long timesServed) {
        var names =
                Stream.concat(Stream.of(place.nameVi(), place.nameEn()), place.aliases().stream())
                        .map(PlainText::searchKey)
                        .distinct()
                        .map(Name::new)
                        .toList();
        return new Entry(place, names, timesServed);
    }

    private record Ranked(Entry entry, int rank) {}

    private record Entry(Place place, List<Name> names, long timesServed) {

        int rank(String typed) {
            return names.stream().mapToInt(name -> name.rank(typed)).min().orElse(NO_MATCH);
        }
    }

    /** One folded name, also without its spaces: people type "dalat" and "tphcm". */
    private record Name(String key, String joined, List<String> words) {

        Name(String key) {
            this(key, key.replace(" ", ""), List.of(key.split(" ")));
        }

        int rank(String typed) {
            var typedJoined = typed.replace(" ", "");
            if (key.equals(typed) || joined.equals(typedJoined)) {
                return 0;
            }
            if (key.startsWith(typed) || joined.startsWith(typedJoined)) {
                return 1;
            }
            return everyWordBegins(typed) ? 2 : NO_MATCH;
        }

        private boolean everyWordBegins(String typed) {
            return Stream.of(typed.split(" "))
                    .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
        }
    }
}
