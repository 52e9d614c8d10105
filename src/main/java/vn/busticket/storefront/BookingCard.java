package vn.busticket.storefront;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Way;

/** One booking in a list. */
final class BookingCard extends ListItem {

    BookingCard(BookingDetails booking, Way way) {
        addClassNames("card", "booking-card");
        var formats = Formats.current();
        var code = Markup.element("b", booking.code());
        code.addClassName("num");
        var when =
                new Paragraph(
                        Markup.span("num", formats.time(booking.departsAt())),
                        new Text(", "),
                        Markup.span("nowrap", formats.date(booking.departsAt())),
                        new Text(" · " + booking.trip().operator().name()));
        var what =
                new Paragraph(
                        new Text(getTranslation("booking.code") + " "),
                        code,
                        new Text(
                                " · "
                                        + getTranslation(
                                                "bookings.seats",
                                                SeatWords.list(booking.seatLabels()),
                                                booking.travellers().size())
                                        + " · "),
                        Markup.span("num", formats.money(booking.total())));
        what.addClassNames("small", "muted");
        var open =
                new ActionLink(
                        Look.STRONG,
                        getTranslation("payment.viewBooking"),
                        "bookings/" + booking.code());
        open.add(Markup.spoken(" " + booking.code()));
        add(
                Markup.div("card-head", new H2(way), BookingBadge.of(booking.state())),
                when,
                what,
                Markup.div("actions spaced", open));
    }
}
