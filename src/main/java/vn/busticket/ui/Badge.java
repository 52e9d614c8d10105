package vn.busticket.ui;

import com.vaadin.flow.component.html.Span;

/** A state in one or two words. */
public final class Badge extends Span {

    /** Shows the words in the colours of their meaning. */
    public Badge(Tone tone, String words) {
        addClassName("badge");
        if (!tone.className().isEmpty()) {
            addClassName(tone.className());
        }
        add(new Span(words));
    }

    /** Puts a sign before the words. */
    public Badge with(Sign sign) {
        addComponentAsFirst(new Icon(sign));
        return this;
    }
}
