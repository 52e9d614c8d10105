package vn.busticket.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import vn.busticket.shared.VietnamTime;

/** Stops joined by the lane, each with its hour, weekday and date. */
public final class Journey extends OrderedList {

    /** Shows the stops in their order. */
    public Journey(JourneyStop... stops) {
        addClassName("journey");
        for (var stop : stops) {
            add(item(stop));
        }
    }

    private static ListItem item(JourneyStop stop) {
        var formats = Formats.current();
        var time = Markup.element("time", new Text(formats.time(stop.at())));
        time.getElement().setAttribute("datetime", VietnamTime.at(stop.at()).toString());
        time.add(Markup.element("small", formats.shortDate(stop.at())));
        var dot = Markup.element("i");
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        var place = Markup.element("div", Markup.element("b", stop.name()));
        if (!stop.address().isEmpty()) {
            place.add(new Span(stop.address()));
        }
        return new ListItem(time, dot, place);
    }
}
