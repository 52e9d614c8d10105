package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.tickets.Ticket;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.QrPicture;
import vn.busticket.ui.Way;

/** One passenger's ticket: who, where from and when, the seat, and the code for the crew. */
final class TicketStub extends ListItem {

    private final Formats formats = Formats.current();

    /**
     * @param number of the passenger within the booking, from 1
     * @param ticket the valid ticket; empty as long as nothing is paid
     */
    TicketStub(
            int number,
            BookingDetails booking,
            PassengerDetails passenger,
            Way way,
            Optional<Ticket> ticket) {
        addClassName("stub");
        add(
                Markup.div("band", way, new Span(booking.trip().operator().name())),
                main(number, booking, passenger),
                tear(booking, passenger, ticket));
    }

    private Div main(int number, BookingDetails booking, PassengerDetails passenger) {
        var who =
                Markup.div(
                        "who",
                        Markup.span("small muted", getTranslation("booking.passenger", number)),
                        Markup.element("b", passenger.fullName()));
        var facts =
                Markup.element(
                        "dl",
                        pair("booking.boards", when(booking)),
                        pair(
                                "booking.at",
                                new Span(booking.boardingStop().stop().name(formats.language()))),
                        pair(
                                "booking.busType",
                                new Span(booking.trip().busType().name(formats.language()))));
        facts.addClassName("pairs");
        return Markup.div("main", who, facts);
    }

    private Component when(BookingDetails booking) {
        return new Span(
                Markup.span("num", formats.time(booking.departsAt())),
                new Span(", "),
                Markup.span("nowrap", formats.date(booking.departsAt())));
    }

    private Div tear(BookingDetails booking, PassengerDetails passenger, Optional<Ticket> ticket) {
        var tear = Markup.div("tear");
        ticket.ifPresent(valid ->
                tear.add(
                        Markup.div(
                                "mini-qr",
                                new QrPicture(
                                        valid.qrText(),
                                        getTranslation(
                                                "booking.boardingCode", passenger.seatLabel())))));
        var deck = SeatWords.deckAlone(booking.trip().layout(), passenger.seatLabel());
        var seat =
                new Div(
                        Markup.span("small muted", getTranslation("booking.seatWord")),
                        Markup.div("seat-no", new Span(passenger.seatLabel())),
                        Markup.span("small muted", deck));
        tear.add(seat);
        return tear;
    }

    private Component pair(String key, Component value) {
        return Markup.element(
                "div", Markup.element("dt", getTranslation(key)), Markup.element("dd", value));
    }
}
