package vn.busticket.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/** What has happened, where we are and what comes, in words and times. */
public final class Timeline extends OrderedList {

    /** An empty road. */
    public Timeline() {
        addClassName("timeline");
    }

    /** Adds something that has happened. */
    public Timeline done(String what, String when) {
        entry(what, when).addClassName("done");
        return this;
    }

    /** Adds the place where we are now. */
    public Timeline current(String what, String when) {
        var item = entry(what, when);
        item.addClassName("done");
        item.getElement().setAttribute("aria-current", "step");
        return this;
    }

    /** Adds something that comes. */
    public Timeline ahead(String what, String when) {
        entry(what, when);
        return this;
    }

    private ListItem entry(String what, String when) {
        var item = new ListItem(Markup.element("b", what), Markup.span("num", when));
        add(item);
        return item;
    }
}
