package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A vignette, what is so, and the nearest good thing to do. */
public final class EmptyState extends Div {

    private EmptyState(Scene scene, Component heading, String explanation, Component... actions) {
        addClassName("empty");
        add(scene.picture(), heading, new Paragraph(explanation));
        if (actions.length > 0) {
            add(Markup.div("actions", actions));
        }
    }

    /** As the whole page: its heading is the page's first. */
    public static EmptyState ofPage(
            Scene scene, String heading, String explanation, Component... actions) {
        return new EmptyState(scene, new H1(heading), explanation, actions);
    }

    /** As a part of a page. */
    public static EmptyState ofPart(
            Scene scene, String heading, String explanation, Component... actions) {
        return new EmptyState(scene, new H2(heading), explanation, actions);
    }
}
