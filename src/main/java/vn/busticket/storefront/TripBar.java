package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Way;

/** The night bar that says which journey a screen is about, with one way to another. */
final class TripBar extends Div {

    TripBar(String from, String to, String facts, Component other) {
        addClassName("trip-bar");
        var words = new Div(new H1(new Way(from, to)), new Paragraph(facts));
        add(Markup.div("page", words, other));
    }
}
