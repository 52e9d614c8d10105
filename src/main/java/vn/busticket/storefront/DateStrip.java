package vn.busticket.storefront;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** The days around the one that is shown, each with its lowest price; the cheapest stands out. */
final class DateStrip extends Nav {

    DateStrip(SearchAddress address, SortedMap<LocalDate, Optional<Vnd>> prices) {
        addClassName("dates");
        setAriaLabel(getTranslation("results.otherDay"));
        var known = prices.values().stream().flatMap(Optional::stream).distinct().toList();
        var lowest = known.size() > 1 ? known.stream().min(Vnd::compareTo) : Optional.<Vnd>empty();
        for (var day : prices.entrySet()) {
            add(link(address, day, day.getValue().equals(lowest)));
        }
        getElement()
                .executeJs(
                        """
                        const day = this.querySelector('[aria-current]');
                        if (day) this.scrollLeft = day.offsetLeft - (this.clientWidth - day.offsetWidth) / 2;
                        """);
    }

    private Anchor link(
            SearchAddress address, Map.Entry<LocalDate, Optional<Vnd>> day, boolean lowest) {
        var formats = Formats.current();
        var date = day.getKey();
        var weekday = date.format(DateTimeFormatter.ofPattern("EEE", formats.language().locale()));
        var words = new Span(weekday + ", ");
        words.add(Markup.span("num", date.format(DateTimeFormatter.ofPattern("dd/MM"))));
        var price =
                Markup.element(
                        "small",
                        day.getValue()
                                .map(amount ->
                                        getTranslation("results.from", formats.money(amount)))
                                .orElseGet(() -> getTranslation("results.noTrip")));
        price.addClassName("num");
        if (lowest && day.getValue().isPresent()) {
            price.addClassName("low");
        }
        var link = new Anchor(address.with(date).link());
        link.add(words, price);
        if (date.equals(address.day())) {
            link.getElement().setAttribute("aria-current", "date");
        }
        return link;
    }
}
