package vn.busticket.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A link that looks like a button. */
public final class ActionLink extends Anchor {

    /**
     * @param look how loud it is
     * @param words its name
     * @param address where it leads, relative to the application: {@code bookings/find}
     */
    public ActionLink(Look look, String words, String address) {
        super(address);
        addClassNames("button", look.className());
        add(new Span(words));
    }

    /** Puts a sign before the words. */
    public ActionLink with(Sign sign) {
        addComponentAsFirst(new Icon(sign));
        return this;
    }
}
