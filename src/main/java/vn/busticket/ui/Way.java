package vn.busticket.ui;

import com.vaadin.flow.component.html.Span;

/** A route in one line: from, an arrow that is read as a word, to. */
public final class Way extends Span {

    /** Names both ends. */
    public Way(String from, String to) {
        addClassName("way");
        add(
                Markup.span("nowrap", from),
                new Icon(Sign.ARROW),
                Markup.spoken(" " + getTranslation("ui.way.to") + " "),
                Markup.span("nowrap", to));
    }
}
