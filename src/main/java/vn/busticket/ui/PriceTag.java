package vn.busticket.ui;

import com.vaadin.flow.component.html.Span;
import vn.busticket.shared.Vnd;

/** An amount of money as people compare it: large, in figures of one width, never broken. */
public final class PriceTag extends Span {

    /** Shows an amount. */
    public PriceTag(Vnd amount) {
        addClassName("price");
        setText(Formats.current().money(amount));
    }

    /** The same, larger. */
    public PriceTag large() {
        addClassName("large");
        return this;
    }
}
