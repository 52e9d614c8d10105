package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import vn.busticket.ui.Markup;

/** A part of a staff screen with a heading of its own. */
final class Part extends Section {

    private final Div head;

    Part(String heading, Component... content) {
        addClassName("desk-part");
        head = Markup.div("desk-part-head", new H2(heading));
        add(head);
        add(content);
    }

    /** Adds something beside the heading. */
    Part with(Component beside) {
        head.add(beside);
        return this;
    }

    /** Adds a way on at the right of the heading. */
    Part leadingTo(Component way) {
        head.add(Markup.div("desk-actions", way));
        return this;
    }
}
