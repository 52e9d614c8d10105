package vn.busticket.storefront;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.busticket.search.DepartureHours;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripOffer;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.BusType;
import vn.busticket.trips.Stop;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What the results can be narrowed to, each with how many trips there are. */
final class FilterPanel extends Div {

    private static final int PRICE_STEPS = 4;
    private static final long ROUND_TO = 10_000;

    private final List<TripOffer> offers;
    private final TripFilter filter;
    private final BiConsumer<TripFilter, String> onChange;
    private final @Nullable String touched;
    private final Formats formats = Formats.current();

    /**
     * @param offers all trips of the day
     * @param filter what is wanted now
     * @param touched the box that was clicked last, which gets the focus again
     * @param onChange gets what is wanted after a click, and on which box
     */
    FilterPanel(
            List<TripOffer> offers,
            TripFilter filter,
            @Nullable String touched,
            BiConsumer<TripFilter, String> onChange) {
        this.offers = offers;
        this.filter = filter;
        this.touched = touched;
        this.onChange = onChange;
        addClassName("filter-groups");
        addHours();
        addBusKinds();
        addPrices();
        addOperators();
        addStops(
                "results.filter.boarding",
                TripOffer::boarding,
                filter.boardingStops(),
                stops -> filtered(filter.hours(), filter.busKinds(), stops, filter.dropOffStops()));
        addStops(
                "results.filter.dropOff",
                TripOffer::dropOff,
                filter.dropOffStops(),
                stops ->
                        filtered(filter.hours(), filter.busKinds(), filter.boardingStops(), stops));
    }

    private void addHours() {
        var counts = counts(offer -> DepartureHours.of(offer.departsAt()));
        add(
                group(
                        "results.filter.hours",
                        Arrays.asList(DepartureHours.values()),
                        filter.hours(),
                        hours ->
                                getTranslation(
                                        "results.hours." + hours.name(),
                                        "%02d:00–%02d:59"
                                                .formatted(hours.from(), hours.until() - 1)),
                        counts,
                        hours ->
                                filtered(
                                        hours,
                                        filter.busKinds(),
                                        filter.boardingStops(),
                                        filter.dropOffStops())));
    }

    private void addBusKinds() {
        var counts = counts(offer -> offer.busType().kind());
        add(
                group(
                        "results.filter.bus",
                        withChosen(counts.keySet(), filter.busKinds()),
                        filter.busKinds(),
                        kind -> getTranslation("trips.bus-kind." + kind.name()),
                        counts,
                        kinds ->
                                filtered(
                                        filter.hours(),
                                        kinds,
                                        filter.boardingStops(),
                                        filter.dropOffStops())));
    }

    private void addOperators() {
        var names =
                offers.stream()
                        .map(TripOffer::operator)
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        operator -> operator.code(),
                                        operator -> operator.name(),
                                        (one, other) -> one));
        var counts = counts(offer -> offer.operator().code());
        add(
                group(
                        "results.filter.operator",
                        mostFirst(counts, filter.operators()),
                        filter.operators(),
                        code -> names.getOrDefault(code, code),
                        counts,
                        operators ->
                                new TripFilter(
                                        filter.hours(),
                                        operators,
                                        filter.busKinds(),
                                        filter.priceAtMost(),
                                        filter.boardingStops(),
                                        filter.dropOffStops())));
    }

    private void addStops(
            String titleKey,
            Function<TripOffer, Stop> stopOf,
            Set<String> chosen,
            Function<Set<String>, TripFilter> narrowed) {
        var names =
                offers.stream()
                        .map(stopOf)
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        stop -> stop.code(),
                                        stop -> stop.name(formats.language()),
                                        (one, other) -> one));
        var counts = counts(offer -> stopOf.apply(offer).code());
        if (names.size() > 1 || !chosen.isEmpty()) {
            add(
                    group(
                            titleKey,
                            mostFirst(counts, chosen),
                            chosen,
                            code -> names.getOrDefault(code, code),
                            counts,
                            narrowed));
        }
    }

    private void addPrices() {
        var steps = priceSteps();
        filter.priceAtMost().ifPresent(steps::add);
        if (steps.isEmpty()) {
            return;
        }
        var counts =
                steps.stream()
                        .collect(
                                Collectors.toMap(
                                        identity(),
                                        most ->
                                                offers.stream()
                                                        .filter(offer -> isWithin(offer, most))
                                                        .count()));
        add(
                group(
                        "results.filter.price",
                        List.copyOf(steps),
                        filter.priceAtMost().map(Set::of).orElse(Set.of()),
                        most -> getTranslation("results.priceAtMost", formats.money(most)),
                        counts,
                        this::priced));
    }

    private static boolean isWithin(TripOffer offer, Vnd most) {
        return offer.priceFrom().compareTo(most) <= 0;
    }

    private TripFilter priced(Set<Vnd> chosen) {
        var most =
                chosen.stream()
                        .filter(price -> !filter.priceAtMost().equals(Optional.of(price)))
                        .findFirst();
        return new TripFilter(
                filter.hours(),
                filter.operators(),
                filter.busKinds(),
                most,
                filter.boardingStops(),
                filter.dropOffStops());
    }

    private TreeSet<Vnd> priceSteps() {
        var prices = offers.stream().map(TripOffer::priceFrom).sorted().distinct().toList();
        var steps = new TreeSet<Vnd>();
        for (var step = 1; step < PRICE_STEPS && prices.size() > 1; step++) {
            var price = prices.get(prices.size() * step / PRICE_STEPS).dong();
            steps.add(new Vnd(Math.ceilDiv(price, ROUND_TO) * ROUND_TO));
        }
        steps.removeIf(step -> step.compareTo(prices.getLast()) >= 0);
        return steps;
    }

    private TripFilter filtered(
            Set<DepartureHours> hours,
            Set<BusType.Kind> busKinds,
            Set<String> boardingStops,
            Set<String> dropOffStops) {
        return new TripFilter(
                hours,
                filter.operators(),
                busKinds,
                filter.priceAtMost(),
                boardingStops,
                dropOffStops);
    }

    private <T> Map<T, Long> counts(Function<TripOffer, T> property) {
        return offers.stream().collect(groupingBy(property, LinkedHashMap::new, counting()));
    }

    private static <T> List<T> mostFirst(Map<T, Long> counts, Set<T> chosen) {
        return withChosen(counts.keySet(), chosen).stream()
                .sorted((one, other) ->
                        Long.compare(counts.getOrDefault(other, 0L), counts.getOrDefault(one, 0L)))
                .toList();
    }

    /** What is chosen can be left again, even if no trip has it. */
    private static <T> List<T> withChosen(Collection<T> found, Set<T> chosen) {
        var all = new LinkedHashMap<T, Boolean>();
        found.forEach(one -> all.put(one, true));
        chosen.forEach(one -> all.put(one, true));
        return List.copyOf(all.keySet());
    }

    private <T> HtmlContainer group(
            String titleKey,
            List<T> values,
            Set<T> chosen,
            Function<T, String> words,
            Map<T, Long> counts,
            Function<Set<T>, TripFilter> narrowed) {
        var group = Markup.element("fieldset", Markup.element("legend", getTranslation(titleKey)));
        for (var value : values) {
            var key = titleKey + "." + value;
            var box = new Input();
            box.setType("checkbox");
            box.getElement().setProperty("checked", chosen.contains(value));
            box.getElement()
                    .addEventListener(
                            "change",
                            event ->
                                    onChange.accept(
                                            narrowed.apply(SearchAddress.toggled(chosen, value)),
                                            key));
            if (key.equals(touched)) {
                box.focus();
            }
            var count = Markup.span("count num", Long.toString(counts.getOrDefault(value, 0L)));
            var label = Markup.element("label", box, new Span(words.apply(value)), count);
            label.addClassName("check");
            group.add(label);
        }
        return group;
    }
}
