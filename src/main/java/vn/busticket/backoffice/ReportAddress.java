package vn.busticket.backoffice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportFilter;

/**
 * What the address of a report says, so that a link shows the same figures to who gets it.
 *
 * @param wider the ranges that somebody came from by picking a part, the widest first
 * @param views how its tables stand: page, order, chart or table; names as the address has them
 */
record ReportAddress(
        String path,
        ReportSpan span,
        Grain grain,
        Comparison comparison,
        Map<Dimension, Long> chosen,
        List<WiderRange> wider,
        Map<String, String> views) {

    static final String RANGE = "range";
    static final String FROM = "from";
    static final String TO = "to";
    static final String PERIOD = "period";
    static final String COMPARE = "compare";
    static final String WIDER = "up";

    ReportAddress {
        chosen = Map.copyOf(chosen);
        wider = List.copyOf(wider);
        views = Map.copyOf(views);
    }

    ReportFilter filter() {
        return new ReportFilter(span.period(), grain, comparison, chosen);
    }

    /** The same on another day: a preset moves on with the calendar. */
    ReportAddress on(LocalDate today) {
        return span.preset()
                .map(preset -> ReportSpan.of(preset, today))
                .map(moved ->
                        new ReportAddress(path, moved, grain, comparison, chosen, wider, views))
                .orElse(this);
    }

    /** Another range, from the beginning. */
    ReportAddress over(ReportSpan other) {
        return new ReportAddress(
                path, other, other.grain(), comparison, chosen, List.of(), withoutPages());
    }

    /** A part of the range, with the way back. */
    ReportAddress into(Period part, Grain finer) {
        var ways =
                Stream.concat(wider.stream(), Stream.of(new WiderRange(span.period(), grain)))
                        .toList();
        var days = ReportSpan.of(part.from(), part.to());
        return new ReportAddress(path, days, finer, comparison, chosen, ways, withoutPages());
    }

    /** Back to a range that somebody came from. */
    ReportAddress backTo(int number) {
        var back = wider.get(number);
        var days = ReportSpan.of(back.period().from(), back.period().to());
        return new ReportAddress(
                path,
                days,
                back.grain(),
                comparison,
                chosen,
                wider.subList(0, number),
                withoutPages());
    }

    ReportAddress inStepsOf(Grain other) {
        return new ReportAddress(path, span, other, comparison, chosen, wider, withoutPages());
    }

    ReportAddress comparedWith(Comparison other) {
        return new ReportAddress(path, span, grain, other, chosen, wider, views);
    }

    /** Only this route, operator or bus type. */
    ReportAddress only(Dimension dimension, long id) {
        var more = new EnumMap<Dimension, Long>(Dimension.class);
        more.putAll(chosen);
        more.put(dimension, id);
        return new ReportAddress(path, span, grain, comparison, more, wider, withoutPages());
    }

    ReportAddress without(Dimension dimension) {
        var fewer = new EnumMap<Dimension, Long>(Dimension.class);
        fewer.putAll(chosen);
        fewer.remove(dimension);
        return new ReportAddress(path, span, grain, comparison, fewer, wider, withoutPages());
    }

    /** All sales of the range. */
    ReportAddress ofAll() {
        return new ReportAddress(path, span, grain, comparison, Map.of(), wider, withoutPages());
    }

    /** Another page, order or view; an empty value stands for the usual one. */
    ReportAddress viewing(String name, String value) {
        var other = new LinkedHashMap<>(views);
        other.put(name, value);
        other.values().removeIf(String::isEmpty);
        return new ReportAddress(path, span, grain, comparison, chosen, wider, other);
    }

    String view(String name) {
        return views.getOrDefault(name, "");
    }

    /** The address itself; what is usual is left out. */
    String url() {
        var values = new LinkedHashMap<String, String>();
        span.preset()
                .ifPresentOrElse(
                        preset ->
                                values.put(
                                        RANGE,
                                        preset == ReportPreset.FOUR_WEEKS
                                                ? ""
                                                : preset.inAddress()),
                        () -> {
                            values.put(FROM, span.period().from().toString());
                            values.put(TO, span.period().to().toString());
                        });
        values.put(PERIOD, grain == span.grain() ? "" : lower(grain));
        values.put(COMPARE, comparison == Comparison.PREVIOUS_PERIOD ? "" : inAddress(comparison));
        for (var dimension : Dimension.values()) {
            var id = chosen.get(dimension);
            values.put(inAddress(dimension), id == null ? "" : id.toString());
        }
        values.put(
                WIDER, wider.stream().map(WiderRange::inAddress).collect(Collectors.joining("~")));
        views.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(view -> values.put(view.getKey(), view.getValue()));
        return MoneyAddresses.withQuery(path, values);
    }

    static String inAddress(Dimension dimension) {
        return switch (dimension) {
            case ROUTE -> "route";
            case OPERATOR -> "operator";
            case BUS_TYPE -> "type";
        };
    }

    static String inAddress(Comparison comparison) {
        return switch (comparison) {
            case NONE -> "none";
            case PREVIOUS_PERIOD -> "previous";
            case LAST_YEAR -> "year";
            case LAST_YEAR_BY_TET -> "tet";
        };
    }

    static String lower(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> withoutPages() {
        return views.entrySet().stream()
                .filter(view -> !view.getKey().endsWith(TableState.PAGE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
