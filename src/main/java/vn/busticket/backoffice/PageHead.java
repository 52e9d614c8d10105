package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.ui.Markup;

/** What a staff screen is about, one line of scope, and its actions. */
final class PageHead extends Div {

    private final Paragraph scope = new Paragraph();

    PageHead(String title, Component... actions) {
        addClassName("desk-title");
        scope.addClassName("muted");
        add(new Div(new H1(title), scope));
        if (actions.length > 0) {
            add(Markup.div("desk-actions", actions));
        }
    }

    /** Replaces the line below the title. */
    PageHead saying(String words) {
        scope.setText(words);
        return this;
    }
}
