package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceTag;

/** The picked seats, what they cost together, and the way on; the buy bar on a small screen. */
final class ChosenSeats extends Div {

    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("trip.noneChosen"));
    private final Paragraph total = new Paragraph();

    ChosenSeats(Command onContinue) {
        addClassName("card");
        list.addClassName("chosen-list");
        none.addClassName("muted");
        total.getElement().setAttribute("role", "status");
        var go =
                new ActionButton(Look.PRIMARY, getTranslation("trip.continue"), onContinue)
                        .busy(getTranslation("trip.holding"));
        add(new H2(getTranslation("trip.yourSeats")), none, list, Markup.div("buy", total, go));
    }

    /**
     * @param where deck and position of a seat in words
     * @param price of a seat
     */
    void show(Collection<String> labels, UnaryOperator<String> where, Function<String, Vnd> price) {
        none.setVisible(labels.isEmpty());
        list.removeAll();
        labels.forEach(label -> list.add(item(label, where.apply(label), price.apply(label))));
        total.removeAll();
        total.add(
                Markup.span("small nowrap", getTranslation("trip.total", labels.size())),
                lineBreak(),
                new PriceTag(Vnd.sum(labels.stream().map(price).toList())));
    }

    private static ListItem item(String label, String where, Vnd price) {
        var item = new ListItem();
        item.add(
                Markup.span("tag", label),
                new Span(where),
                Markup.span("num nowrap", Formats.current().money(price)));
        return item;
    }

    private static Component lineBreak() {
        var lineBreak = Markup.element("br");
        lineBreak.addClassName("narrow");
        return lineBreak;
    }
}
