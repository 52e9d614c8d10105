package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripOffer;
import vn.busticket.search.TripSort;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Sign;

/** The found trips with days around, filters and order. */
final class ResultList extends Div {

    private static final String SORT = "sort";

    private final SearchAddress address;
    private final FoundTrips found;
    private final SaleDays saleDays;
    private final @Nullable String touched;
    private final Consumer<String> onTouch;
    private final Formats formats = Formats.current();

    /**
     * @param touched what was changed last, which gets the focus again
     * @param onTouch is told what is changed, before the address changes
     */
    ResultList(
            SearchAddress address,
            FoundTrips found,
            SaleDays saleDays,
            @Nullable String touched,
            Consumer<String> onTouch) {
        this.address = address;
        this.found = found;
        this.saleDays = saleDays;
        this.touched = touched;
        this.onTouch = onTouch;
        var prices = found.prices().tailMap(saleDays.first());
        add(new DateStrip(address, prices));
        if (found.offers().isEmpty()) {
            add(nothingThatDay());
            return;
        }
        var offers = address.sort().sort(address.filter().apply(found.offers()));
        var list = Markup.element("section", tools(offers.size()), trips(offers));
        list.getElement().setAttribute("aria-labelledby", "found");
        add(Markup.div("results", filters(), list));
    }

    private Component filters() {
        var panel = Markup.div("filters card");
        panel.setId("filters");
        panel.getElement().setAttribute("role", "group");
        panel.getElement().setAttribute("aria-label", getTranslation("results.filter"));
        panel.getElement().setAttribute("popover", "auto");
        var close = new NativeButton(getTranslation("ui.close"));
        close.addClassNames("button", "strong", "block", "close-filters");
        close.getElement().setAttribute("type", "button");
        close.getElement().setAttribute("popovertarget", "filters");
        close.getElement().setAttribute("popovertargetaction", "hide");
        panel.add(
                new FilterPanel(
                        found.offers(),
                        address.filter(),
                        touched,
                        (filter, box) -> go(address.with(filter), box)));
        if (address.filter().size() > 0) {
            panel.add(
                    new ActionLink(
                            Look.PLAIN,
                            getTranslation("results.clear"),
                            address.with(TripFilter.NONE).link()));
        }
        panel.add(close);
        if (touched != null && !touched.equals(SORT)) {
            panel.getElement().executeJs("if (innerWidth < 992) this.showPopover()");
        }
        return panel;
    }

    private Component tools(int shown) {
        var count = Markup.element("p");
        count.setId("found");
        count.getElement().setAttribute("role", "status");
        var number = Markup.element("strong", formats.number(shown));
        number.addClassName("num");
        count.add(number, new Span(" " + getTranslation("results.trips", shown)));
        return Markup.div("tools", count, filterButton(), order());
    }

    private Component filterButton() {
        var button = new NativeButton();
        button.add(new Icon(Sign.FILTER), new Span(getTranslation("results.filter")));
        button.addClassNames("button", "filter-button");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("popovertarget", "filters");
        var conditions = address.filter().size();
        if (conditions > 0) {
            var badge = Markup.span("badge info", Integer.toString(conditions));
            badge.add(Markup.spoken(" " + getTranslation("results.filter.active")));
            button.add(badge);
        }
        return button;
    }

    private Component order() {
        var order =
                new ChoiceField<>(
                                getTranslation("results.sort"),
                                Arrays.asList(TripSort.values()),
                                sort -> getTranslation("results.sort." + sort.name()),
                                address.sort())
                        .withSpokenName()
                        .onChoice(sort -> go(address.with(sort), SORT));
        if (SORT.equals(touched)) {
            order.focus();
        }
        return order;
    }

    private Component trips(List<TripOffer> offers) {
        if (offers.isEmpty()) {
            return nothingForFilter();
        }
        var heading = new H2(getTranslation("results.list"));
        heading.addClassName("hidden");
        var list = new UnorderedList();
        list.addClassName("trips");
        offers.forEach(offer -> list.add(new TripCard(offer, address)));
        return new Div(heading, list);
    }

    private Component nothingForFilter() {
        return EmptyState.ofPart(
                Scene.NO_TRIPS,
                getTranslation("results.noneForFilter"),
                getTranslation("results.noneForFilter.words", found.offers().size()),
                new ActionLink(
                        Look.PRIMARY,
                        getTranslation("results.clear"),
                        address.with(TripFilter.NONE).link()));
    }

    private Component nothingThatDay() {
        var heading = getTranslation("results.none", formats.date(address.day()));
        return found.nearestDay()
                .map(day ->
                        EmptyState.ofPart(
                                Scene.NO_TRIPS,
                                heading,
                                getTranslation(
                                        "results.none.nearest",
                                        formats.date(day.getKey()),
                                        formats.money(day.getValue())),
                                see(day.getKey()),
                                otherSearch(Look.PLAIN)))
                .orElseGet(() ->
                        EmptyState.ofPart(
                                Scene.NO_TRIPS,
                                heading,
                                getTranslation(
                                        "results.none.words", formats.shortDate(saleDays.last())),
                                otherwise()));
    }

    private Component[] otherwise() {
        var last = saleDays.last();
        return address.day().isAfter(last)
                ? new Component[] {see(last), otherSearch(Look.PLAIN)}
                : new Component[] {otherSearch(Look.PRIMARY)};
    }

    private ActionLink otherSearch(Look look) {
        return new ActionLink(look, getTranslation("results.otherSearch"), address.formLink());
    }

    private ActionLink see(LocalDate day) {
        return new ActionLink(
                Look.PRIMARY,
                getTranslation("results.see", formats.shortDate(day)),
                address.with(day).with(TripFilter.NONE).link());
    }

    private void go(SearchAddress address, String changed) {
        onTouch.accept(changed);
        UI.getCurrent().navigate("trips", address.parameters());
    }
}
