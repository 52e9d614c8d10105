package vn.busticket.backoffice;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.payments.MoneyPlaces;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** Where the money is: always all five places, always in the same order. */
final class Purse extends Div {

    private final Places list = new Places();

    Purse(MoneyPlaces places) {
        var formats = Formats.current();
        var headline =
                new Paragraph(getTranslation("desk.purse", formats.money(places.received())));
        headline.addClassNames("small", "muted");
        add(headline, list);
        place("ALLOCATED", places.allocated(), "ok");
        place("DUE_FOR_REFUND", places.dueForRefund(), "warn");
        place("IN_REFUND", places.inRefund(), "info");
        place("REFUNDED", places.refunded(), "ok");
        place("UNALLOCATED", places.unallocated(), "bad");
    }

    private void place(String name, Vnd amount, String tone) {
        var place =
                Markup.div(
                        amount.isPositive() ? tone : "nothing",
                        Markup.element("dt", getTranslation("desk.place." + name)),
                        Markup.element("dd", Formats.current().number(amount.dong())));
        list.add(place);
    }

    @Tag("dl")
    private static final class Places extends HtmlContainer {

        Places() {
            addClassName("desk-purse");
        }
    }
}
