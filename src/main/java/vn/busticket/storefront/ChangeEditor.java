package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import java.util.Map;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.trips.RouteTrips;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Way;

/** What is chosen to be different, on three tabs, beside what that changes and costs. */
final class ChangeEditor extends Div {

    private static final String PANEL = "change-panel";

    private final BookingDetails booking;
    private final ChangeDesk desk;
    private final ChangeVisitor visitor;
    private final ChangeCost cost;
    private ChangeDraft draft;

    /**
     * @param outdated called when the booking must be read again
     */
    ChangeEditor(
            BookingDetails booking,
            ChangeTab tab,
            Way way,
            ChangeDesk desk,
            ChangeVisitor visitor,
            Command outdated) {
        this.booking = booking;
        this.desk = desk;
        this.visitor = visitor;
        this.draft = desk.draft(booking, visitor.visitor());
        this.cost = new ChangeCost(booking, desk, visitor, outdated);
        var panel = panel(tab);
        var card = new Section(tabs(tab), panel);
        card.addClassName("card");
        var side = Markup.element("aside", cost);
        side.addClassName("side");
        side.getElement().setAttribute("aria-label", getTranslation("edit.cost"));
        add(heading(way), Markup.div("columns", card, side));
        cost.show(draft);
    }

    private Div heading(Way way) {
        var code = Markup.element("b", booking.code());
        code.addClassName("num");
        return Markup.div(
                "title",
                new H1(getTranslation("edit.headline")),
                new Paragraph(
                        new Text(getTranslation("booking.code") + " "),
                        code,
                        new Text(" · "),
                        way,
                        new Text(" · "),
                        Markup.span(
                                "nowrap",
                                getTranslation(
                                        "booking.passengerCount", booking.travellers().size()))));
    }

    private Nav tabs(ChangeTab current) {
        var tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("role", "tablist");
        tabs.getElement().setAttribute("aria-label", getTranslation("edit.what"));
        for (var tab : ChangeTab.values()) {
            var link = new Anchor(tab.address(booking.code()), getTranslation("edit.tab." + tab));
            link.getElement().setAttribute("role", "tab");
            link.getElement().setAttribute("aria-selected", String.valueOf(tab == current));
            link.getElement().setAttribute("aria-controls", PANEL);
            tabs.add(link);
        }
        return tabs;
    }

    private Div panel(ChangeTab tab) {
        var panel = Markup.div("stack change-panel", content(tab));
        panel.setId(PANEL);
        panel.getElement().setAttribute("role", "tabpanel");
        panel.getElement().setAttribute("aria-label", getTranslation("edit.tab." + tab));
        return panel;
    }

    private Component content(ChangeTab tab) {
        return switch (tab) {
            case PASSENGERS -> {
                var form =
                        new CheckoutForm(
                                booking.travellers().stream()
                                        .map(PassengerDetails::seatLabel)
                                        .toList(),
                                draft.details(),
                                this::details);
                cost.onWrongDetails(form::read);
                yield form;
            }
            case SEATS -> seats();
            case TRIP -> new TripTab(booking, desk.trips(), draft, this::keep);
        };
    }

    /** The trip that was chosen before may be gone by now. */
    private Component seats() {
        return desk.trips()
                .find(draft.trip())
                .flatMap(trip ->
                        RouteTrips.sameStops(booking.trip(), booking.stretch(), trip)
                                .map(stretch -> seatsOf(new ChosenTrip(trip, stretch))))
                .orElseGet(() -> new TripTab(booking, desk.trips(), draft, this::keep));
    }

    private Component seatsOf(ChosenTrip chosen) {
        var map = desk.trips().map(booking, chosen.trip(), chosen.stretch());
        return new SeatsTab(booking, chosen, map, draft, this::seats);
    }

    private void details(CheckoutDraft details) {
        keep(draft.with(details));
    }

    private void seats(Map<String, String> seats) {
        keep(draft.on(draft.trip(), seats));
    }

    private void keep(ChangeDraft changed) {
        if (changed.equals(draft)) {
            return;
        }
        draft = changed;
        desk.keep(booking, visitor.visitor(), draft);
        cost.show(draft);
    }
}
