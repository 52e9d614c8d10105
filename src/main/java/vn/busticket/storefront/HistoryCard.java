package vn.busticket.storefront;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** Every change of a booking: what, when, and who did it; the newest first. */
final class HistoryCard extends Section {

    private static final String AMOUNT = "amountVnd";
    private static final String FEE = "feeVnd";
    private static final String SEATS = "seats";
    private static final String SEAT = "seat";

    HistoryCard(List<HistoryLine> history) {
        addClassName("card");
        var list = new UnorderedList();
        list.addClassNames("change", "small");
        history.reversed().forEach(line -> list.add(item(line)));
        add(new H2(getTranslation("booking.history")), list);
    }

    private ListItem item(HistoryLine line) {
        var formats = Formats.current();
        var what =
                new Span(
                        getTranslation(
                                "bookings.event." + line.event().name(),
                                line.detail().getOrDefault(SEATS, "")));
        var amount = line.detail().get(AMOUNT);
        if (amount != null) {
            what.add(
                    new Span(" ("),
                    Markup.span("num", formats.money(new Vnd(Long.parseLong(amount)))),
                    new Span(")"));
        }
        var fee = Long.parseLong(line.detail().getOrDefault(FEE, "0"));
        if (fee > 0) {
            what.add(
                    new Span(", "),
                    Markup.span(
                            "num",
                            getTranslation("bookings.event.fee", formats.money(new Vnd(fee)))));
        }
        var detail = ChangeWords.of(line);
        if (!detail.isEmpty()) {
            what.add(new Span(": " + detail));
        }
        ChangeWords.otherBooking(line)
                .ifPresent(other ->
                        what.add(
                                new Span(" · "),
                                new Anchor(
                                        "bookings/" + other,
                                        getTranslation("edit.history.booking", other))));
        var seat = line.detail().get(SEAT);
        if (seat != null) {
            what.add(new Span(" (" + getTranslation("boarding.seat") + " " + seat + ")"));
        }
        var when =
                formats.shortDateTime(line.at())
                        + " · "
                        + getTranslation("booking.actor." + line.actor().name());
        return new ListItem(what, Markup.span("muted", when));
    }
}
