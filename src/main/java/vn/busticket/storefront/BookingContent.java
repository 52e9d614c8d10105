package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.HistoryEvent;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.tickets.FileNames;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/** A booking with its tickets, its trip, and all that has happened to it. */
final class BookingContent extends Div {

    private static final Duration EARLY = Duration.ofMinutes(30);

    private final BookingDetails booking;
    private final BookingDesk desk;
    private final WayNames wayNames;
    private final Formats formats = Formats.current();

    /**
     * @param first what has to be known or done first; may be nothing
     * @param change how to change one's mind, while that is possible
     */
    BookingContent(
            BookingDetails booking,
            BookingDesk desk,
            WayNames wayNames,
            List<Component> first,
            Optional<? extends Component> change,
            Instant now) {
        this.booking = booking;
        this.desk = desk;
        this.wayNames = wayNames;
        var left = Markup.div("stack");
        left.add(first);
        left.add(hasTickets() ? ticketsCard() : passengersCard(), tripCard());
        var side =
                Markup.element(
                        "aside",
                        card(
                                "booking.timeline",
                                BookingTimeline.of(booking, cancelledAt(), changedAt(), now)));
        change.ifPresent(side::add);
        side.add(new HistoryCard(desk.history(booking)));
        side.addClassNames("side", "stack");
        side.getElement().setAttribute("aria-label", getTranslation("booking.timeline"));
        add(heading(), Markup.div("columns", left, side));
    }

    private Div heading() {
        var h1 = new H1(wayNames.way(booking.trip(), booking.stretch()));
        var code = Markup.element("b", booking.code());
        code.addClassName("num");
        var facts =
                new Paragraph(
                        new Text(getTranslation("booking.code") + " "),
                        code,
                        narrowBreak(),
                        Markup.span("wide-dot", " · "),
                        Markup.span("nowrap", formats.date(booking.departsAt())),
                        new Text(" · "),
                        Markup.span(
                                "nowrap",
                                getTranslation(
                                        "booking.passengerCount", booking.travellers().size())));
        return Markup.div("title booking-title", BookingBadge.of(booking.state()), h1, facts);
    }

    private static Component narrowBreak() {
        var line = Markup.element("br");
        line.addClassName("narrow");
        return line;
    }

    private Section ticketsCard() {
        var list = new UnorderedList();
        list.addClassName("tickets");
        var tickets = desk.tickets(booking);
        var number = 1;
        for (var passenger : booking.travellers()) {
            list.add(
                    new TicketStub(
                            number++,
                            booking,
                            passenger,
                            wayNames.way(booking.trip(), booking.stretch()),
                            Optional.ofNullable(tickets.get(passenger.id()))));
        }
        var head =
                Markup.div(
                        "card-head",
                        new H2(getTranslation("booking.tickets")),
                        Markup.span("small muted", getTranslation("booking.showCode")));
        var section = new Section(head, list);
        leftAlone().ifPresent(section::add);
        section.add(files(!tickets.isEmpty()));
        section.addClassName("card");
        return section;
    }

    /** Who does not travel any more while others do. */
    private Optional<Paragraph> leftAlone() {
        var cancelled = new ArrayList<>(booking.passengers());
        cancelled.removeAll(booking.travellers());
        if (cancelled.isEmpty()) {
            return Optional.empty();
        }
        var people =
                cancelled.stream()
                        .map(one ->
                                getTranslation("cancel.passenger", one.fullName(), one.seatLabel()))
                        .toList();
        var words = new Paragraph(getTranslation("booking.leftAlone", String.join("; ", people)));
        words.addClassNames("small", "muted", "note");
        return Optional.of(words);
    }

    private Div files(boolean hasTickets) {
        var actions = Markup.div("actions spaced");
        if (hasTickets) {
            actions.add(
                    new DownloadLink(
                            Look.PRIMARY,
                            Sign.DOWNLOAD,
                            getTranslation("booking.downloadTicket"),
                            FileNames.ticket(booking),
                            "application/pdf",
                            () -> desk.ticketPdf(booking)));
        }
        actions.add(
                new DownloadLink(
                        Look.PLAIN,
                        Sign.CALENDAR,
                        getTranslation("booking.addToCalendar"),
                        FileNames.calendar(booking),
                        "text/calendar; charset=utf-8",
                        () -> desk.calendar(booking)),
                receiptLink());
        return actions;
    }

    private DownloadLink receiptLink() {
        return new DownloadLink(
                Look.PLAIN,
                Sign.RECEIPT,
                getTranslation("booking.receipt"),
                FileNames.receipt(booking),
                "application/pdf",
                () -> desk.receiptPdf(booking));
    }

    private boolean hasTickets() {
        return booking.isPaid() && booking.state() != BookingState.CANCELLED;
    }

    private Optional<Instant> cancelledAt() {
        return desk.history(booking).stream()
                .filter(line -> line.event() == HistoryEvent.CANCELLED)
                .map(HistoryLine::at)
                .findFirst();
    }

    private List<Instant> changedAt() {
        return desk.history(booking).stream()
                .filter(BookingContent::isChange)
                .map(HistoryLine::at)
                .toList();
    }

    private static boolean isChange(HistoryLine line) {
        return line.event() == HistoryEvent.CHANGED || line.event() == HistoryEvent.SPLIT_OFF;
    }

    private Section passengersCard() {
        var lines = new PriceLines();
        for (var passenger : booking.passengers()) {
            var seat = SeatWords.withDeck(booking.trip().layout(), passenger.seatLabel());
            lines.line(passenger.fullName() + " · " + seat, passenger.price());
        }
        lines.total(getTranslation("booking.total"), booking.ordered());
        if (booking.fees().isPositive()) {
            lines.line(getTranslation("booking.feeKept"), booking.fees());
        }
        var card = card("booking.passengers", lines);
        if (booking.isPaid()) {
            card.add(Markup.div("actions spaced", receiptLink()));
        }
        return card;
    }

    private Section tripCard() {
        var journey = TripSummary.journey(booking.trip(), booking.stretch());
        return switch (booking.state()) {
            case AWAITING_PAYMENT, CONFIRMED -> card("booking.trip", journey, beThere());
            case COMPLETED, EXPIRED, CANCELLED -> card("booking.trip", journey);
        };
    }

    private Banner beThere() {
        var operator = booking.trip().operator();
        var early =
                new Banner(
                        Tone.NEUTRAL,
                        getTranslation(
                                "booking.beThere", formats.time(booking.departsAt().minus(EARLY))),
                        getTranslation("booking.beThere.why", operator.name(), operator.hotline()));
        early.addClassName("spaced");
        return early;
    }

    private Section card(String headingKey, Component... content) {
        var card = new Section(new H2(getTranslation(headingKey)));
        card.addClassName("card");
        card.add(content);
        return card;
    }
}
