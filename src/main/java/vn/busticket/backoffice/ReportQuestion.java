package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Grain;

/**
 * An address of a report as it was read: what it asks for, and what in it makes no sense and was
 * replaced by the usual.
 *
 * @param misread names of the parts that make no sense, as the address has them
 */
record ReportQuestion(ReportAddress address, List<String> misread) {

    private static final int MOST_WIDER = 3;
    private static final String VIEW_NAME = "[a-z]{2,12}\\.(page|sort|view)";
    private static final String VIEW_VALUE = "-?[a-z0-9-]{1,20}";

    /**
     * Reads an address.
     *
     * @param today in Vietnam
     * @param isKnown whether somebody may choose that route, operator or bus type
     */
    static ReportQuestion of(
            String path,
            QueryParameters query,
            LocalDate today,
            Function<Dimension, Predicate<Long>> isKnown) {
        var reading = new Reading(query);
        var span = reading.span(today);
        var grain = reading.grain(span);
        var comparison =
                reading.one(
                        ReportAddress.COMPARE,
                        ReportQuestion::comparison,
                        Comparison.PREVIOUS_PERIOD);
        var address =
                new ReportAddress(
                        path,
                        span,
                        grain,
                        comparison,
                        reading.chosen(isKnown),
                        reading.wider(),
                        reading.views());
        return new ReportQuestion(address, List.copyOf(reading.misread));
    }

    static Optional<Grain> grain(String typed) {
        return Arrays.stream(Grain.values())
                .filter(grain -> ReportAddress.lower(grain).equals(typed))
                .findFirst();
    }

    private static Optional<Comparison> comparison(String typed) {
        return Arrays.stream(Comparison.values())
                .filter(one -> ReportAddress.inAddress(one).equals(typed))
                .findFirst();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads part by part and notes what makes no sense. */
    private static final class Reading {

        private final QueryParameters query;
        private final List<String> misread = new ArrayList<>();

        Reading(QueryParameters query) {
            this.query = query;
        }

        <T> T one(String name, Function<String, Optional<T>> read, T usual) {
            var typed = query.getSingleParameter(name);
            if (typed.isEmpty()) {
                return usual;
            }
            return read.apply(typed.get()).orElseGet(() -> instead(name, usual));
        }

        ReportSpan span(LocalDate today) {
            var usual = ReportSpan.of(ReportPreset.FOUR_WEEKS, today);
            var from = query.getSingleParameter(ReportAddress.FROM);
            var to = query.getSingleParameter(ReportAddress.TO);
            if (from.isEmpty() && to.isEmpty()) {
                return one(
                        ReportAddress.RANGE,
                        typed -> ReportPreset.of(typed).map(preset -> ReportSpan.of(preset, today)),
                        usual);
            }
            var first = from.flatMap(ReportQuestion::day);
            var last = to.map(ReportQuestion::day).orElse(Optional.of(today));
            if (first.isEmpty()) {
                return instead(ReportAddress.FROM, usual);
            }
            if (last.isEmpty() || last.get().isBefore(first.get())) {
                return instead(ReportAddress.TO, usual);
            }
            var span = ReportSpan.of(first.get(), last.get());
            return span.isTooLong() ? instead(ReportAddress.FROM, usual) : span;
        }

        Grain grain(ReportSpan span) {
            var grain = one(ReportAddress.PERIOD, ReportQuestion::grain, span.grain());
            return span.canShow(grain) ? grain : instead(ReportAddress.PERIOD, span.grain());
        }

        Map<Dimension, Long> chosen(Function<Dimension, Predicate<Long>> isKnown) {
            var chosen = new EnumMap<Dimension, Long>(Dimension.class);
            for (var dimension : Dimension.values()) {
                var name = ReportAddress.inAddress(dimension);
                query.getSingleParameter(name)
                        .ifPresent(typed -> {
                            if (typed.matches("\\d{1,18}")
                                    && isKnown.apply(dimension).test(Long.valueOf(typed))) {
                                chosen.put(dimension, Long.valueOf(typed));
                            } else {
                                misread.add(name);
                            }
                        });
            }
            return chosen;
        }

        List<WiderRange> wider() {
            return query.getSingleParameter(ReportAddress.WIDER).stream()
                    .flatMap(typed -> Arrays.stream(typed.split("~", -1)))
                    .map(WiderRange::of)
                    .flatMap(Optional::stream)
                    .limit(MOST_WIDER)
                    .toList();
        }

        Map<String, String> views() {
            var views = new LinkedHashMap<String, String>();
            query.getParameters()
                    .forEach((name, values) -> {
                        if (name.matches(VIEW_NAME) && values.getFirst().matches(VIEW_VALUE)) {
                            views.put(name, values.getFirst());
                        }
                    });
            return views;
        }

        private <T> T instead(String name, T usual) {
            misread.add(name);
            return usual;
        }
    }
}
