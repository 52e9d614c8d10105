package vn.busticket.backoffice;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import vn.busticket.bookings.Actor;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What happened, when, and by whom. */
final class HistoryLines extends OrderedList {

    private static final String AMOUNT = "amountVnd";
    private static final String FEE = "feeVnd";
    private static final String SEATS = "seats";
    private static final String SEAT = "seat";

    private final Formats formats = Formats.current();

    HistoryLines() {
        addClassName("desk-history");
    }

    /** Adds something that happened to a booking. */
    void add(HistoryLine line) {
        var words =
                getTranslation(
                        "bookings.event." + line.event().name(),
                        line.detail().getOrDefault(SEATS, ""));
        var amount = line.detail().get(AMOUNT);
        if (amount != null) {
            words += " (" + formats.money(new Vnd(Long.parseLong(amount))) + ")";
        }
        var fee = Long.parseLong(line.detail().getOrDefault(FEE, "0"));
        if (fee > 0) {
            words += ", " + getTranslation("bookings.event.fee", formats.money(new Vnd(fee)));
        }
        var other = line.detail().getOrDefault("toBooking", line.detail().get("fromBooking"));
        if (other != null) {
            words += " · " + getTranslation("edit.history.booking", other);
        }
        var seat = line.detail().get(SEAT);
        if (seat != null) {
            words += " (" + getTranslation("boarding.seat") + " " + seat + ")";
        }
        line(
                formats.shortDateTime(line.at())
                        + " · "
                        + getTranslation("desk.actor." + line.actor().name()),
                words,
                line.actor() == Actor.BANK ? "money" : "");
    }

    /** Adds a line. */
    void line(String when, String what, String kind) {
        var item = new ListItem(Markup.span("muted num", when), new Span(what));
        if (!kind.isEmpty()) {
            item.addClassName(kind);
        }
        add(item);
    }
}
