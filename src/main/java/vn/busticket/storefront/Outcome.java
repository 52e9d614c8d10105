package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Scene;

/** How paying ended: a picture, the heading of the page, what it means, and the ways on. */
final class Outcome extends Section {

    Outcome(Scene scene, String headline, Component explanation, Component... below) {
        addClassNames("card", "outcome");
        add(Markup.div("head", scene.picture(), new Div(new H1(headline), explanation)));
        add(below);
    }
}
