package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import vn.busticket.payments.PaymentDeskQueries;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** Which rows of how many are shown, and the ways to the pages before and after. */
final class DeskPages extends Nav {

    DeskPages(int first, int shown, int total, int rowsOnAPage, Function<Integer, String> address) {
        addClassName("desk-pages");
        setAriaLabel(getTranslation("bookings.pages"));
        var formats = Formats.current();
        var all = formats.number(total) + (total >= PaymentDeskQueries.COUNTED_AT_MOST ? "+" : "");
        add(
                new Span(
                        getTranslation(
                                "desk.rows",
                                formats.number(first + 1),
                                formats.number(first + shown),
                                all)));
        var ways = Markup.div("desk-actions");
        var page = first / rowsOnAPage;
        if (page > 0) {
            ways.add(link("bookings.pages.before", address.apply(page - 1)));
        }
        if (first + shown < total) {
            ways.add(link("bookings.pages.after", address.apply(page + 1)));
        }
        add(ways);
    }

    private ActionLink link(String key, String address) {
        return new ActionLink(Look.PLAIN, getTranslation(key), address);
    }
}
