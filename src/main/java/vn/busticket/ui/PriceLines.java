package vn.busticket.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import vn.busticket.shared.Vnd;

/** What a sum is made of: a line each, then the total. */
@Tag("dl")
public final class PriceLines extends HtmlContainer {

    /** No line yet. */
    public PriceLines() {
        addClassName("lines");
    }

    /** Adds a line. */
    public PriceLines line(String name, Vnd amount) {
        row(name, amount);
        return this;
    }

    /** Adds the sum, set apart. */
    public PriceLines total(String name, Vnd amount) {
        row(name, amount).addClassName("total");
        return this;
    }

    private HtmlContainer row(String name, Vnd amount) {
        var row =
                Markup.element(
                        "div",
                        Markup.element("dt", name),
                        Markup.element("dd", Formats.current().money(amount)));
        add(row);
        return row;
    }
}
