package vn.busticket.backoffice;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import vn.busticket.ui.Markup;

/** A strip of figures of which one leads. */
@Tag("dl")
final class KeyFigures extends HtmlContainer {

    KeyFigures() {
        addClassName("desk-figures");
    }

    /** Adds the figure that is read first. */
    void lead(String name, String figure, String more) {
        figure(name, figure, more).addClassName("lead");
    }

    /** Adds a figure. */
    void with(String name, String figure, String more) {
        figure(name, figure, more);
    }

    private HtmlContainer figure(String name, String figure, String more) {
        var value = Markup.element("dd", figure);
        value.addClassNames("value", "num");
        var below = Markup.element("dd", more);
        below.addClassName("below");
        var group = Markup.element("div", Markup.element("dt", name), value, below);
        add(group);
        return group;
    }
}
