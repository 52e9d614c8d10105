package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.RouteTrips;
import vn.busticket.ui.Banner;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Tone;

/**
 * Who goes by another trip, and the trips of a day on the same way, with what each costs more or
 * less for them.
 */
final class TripTab extends Div {

    private final BookingDetails booking;
    private final OtherTrips trips;
    private final Consumer<ChangeDraft> onChoice;
    private final Formats formats = Formats.current();
    private final DayPicker picker;
    private final Div list = Markup.div("stack");
    private final Div seats = new Div();
    private ChangeDraft draft;

    /**
     * @param onChoice gets what was chosen, with the proposed seats
     */
    TripTab(
            BookingDetails booking,
            OtherTrips trips,
            ChangeDraft draft,
            Consumer<ChangeDraft> onChoice) {
        this.booking = booking;
        this.trips = trips;
        this.draft = draft;
        this.onChoice = onChoice;
        addClassName("stack");
        var day = dayOfChosen();
        picker = new DayPicker(getTranslation("search.date"));
        picker.setId("change-date");
        picker.setMin(trips.saleDays().first());
        picker.setMax(trips.saleDays().last());
        picker.setValue(day);
        picker.addValueChangeListener(picked -> {
            if (picked.getValue() != null) {
                show(picked.getValue());
            }
        });
        if (booking.travellers().size() > 1) {
            add(new PartyChoice(booking.travellers(), draft.staying(), this::leave));
        }
        add(picker, list, seats);
        show(day);
        tellSeats();
    }

    private LocalDate dayOfChosen() {
        return trips.find(draft.trip())
                .flatMap(trip ->
                        RouteTrips.sameStops(booking.trip(), booking.stretch(), trip)
                                .map(stretch -> trip.departsAt(stretch.from())))
                .map(VietnamTime::dayOf)
                .orElseGet(() -> VietnamTime.dayOf(booking.departsAt()));
    }

    private void show(LocalDate day) {
        list.removeAll();
        var found = trips.on(booking, goingByAnother(), day);
        if (found.isEmpty()) {
            list.add(
                    EmptyState.ofPart(
                            Scene.NO_TRIPS,
                            getTranslation("edit.trip.none"),
                            getTranslation("edit.trip.none.explanation")));
            return;
        }
        var group = Markup.element("fieldset");
        group.addClassNames("stack", "choices");
        var legend =
                Markup.element(
                        "legend",
                        getTranslation(
                                "edit.trip.legend", formats.date(day), goingByAnother().size()));
        legend.addClassNames("small", "muted");
        group.add(legend);
        found.forEach(trip -> group.add(choice(trip)));
        list.add(group);
    }

    private HtmlContainer choice(OtherTrip trip) {
        var button = new Element("input");
        button.setAttribute("type", "radio");
        button.setAttribute("name", "change-trip");
        if (trip.trip().id().equals(draft.trip())) {
            button.setAttribute("checked", true);
        }
        if (!trip.hasRoom()) {
            button.setAttribute("disabled", true);
        }
        button.addEventListener("change", picked -> choose(trip));
        var times =
                Markup.element(
                        "b",
                        formats.time(trip.departsAt()) + " – " + formats.time(trip.arrivesAt()));
        times.addClassName("num");
        var words = Markup.element("span", times, Markup.span("small", operatorAndRoom(trip)));
        var choice = Markup.element("label", words, difference(trip));
        choice.getElement().insertChild(0, button);
        choice.addClassName("choice");
        return choice;
    }

    private String operatorAndRoom(OtherTrip trip) {
        var coach =
                trip.trip().operator().name()
                        + ", "
                        + trip.trip().busType().name(formats.language())
                        + " · ";
        if (trip.isCurrent()) {
            return coach + getTranslation("edit.trip.current");
        }
        return coach
                + (trip.hasRoom()
                        ? getTranslation("edit.trip.left", trip.seatsLeft())
                        : getTranslation("edit.trip.full"));
    }

    private Component difference(OtherTrip trip) {
        if (!trip.hasRoom()) {
            return Markup.span("delta", "");
        }
        var difference = trip.difference();
        if (difference.equals(Vnd.ZERO)) {
            return Markup.span("delta num", formats.money(difference));
        }
        return difference.isPositive()
                ? Markup.span("delta num plus", "+" + formats.money(difference))
                : Markup.span("delta num minus", formats.money(difference));
    }

    private void choose(OtherTrip trip) {
        draft = draft.on(trip.trip().id(), trip.seats());
        onChoice.accept(draft);
        tellSeats();
    }

    /** Others stay where they are: a chosen trip is kept if it has room for those who go. */
    private void leave(Set<String> staying) {
        draft = draft.leaving(staying);
        if (!draft.trip().equals(booking.trip().id())) {
            var offer =
                    trips.find(draft.trip())
                            .flatMap(trip -> trips.offer(booking, goingByAnother(), trip))
                            .filter(OtherTrip::hasRoom);
            draft =
                    offer.map(trip -> draft.on(trip.trip().id(), trip.seats()))
                            .orElseGet(() -> ChangeDraft.of(booking).with(draft.details()));
        }
        onChoice.accept(draft);
        var day = picker.getValue();
        show(day == null ? dayOfChosen() : day);
        tellSeats();
    }

    private List<PassengerDetails> goingByAnother() {
        return booking.travellers().stream()
                .filter(one -> !draft.staying().contains(one.seatLabel()))
                .toList();
    }

    /** Other seats than now are proposed; that should not go unnoticed. */
    private void tellSeats() {
        seats.removeAll();
        if (draft.trip().equals(booking.trip().id()) || draft.seats().isEmpty()) {
            return;
        }
        var wished = SeatWords.list(new TreeSet<>(draft.seats().values()));
        var choose =
                new Anchor(
                        ChangeTab.SEATS.address(booking.code()),
                        getTranslation("edit.trip.choose"));
        var banner =
                new Banner(
                        Tone.INFO,
                        getTranslation("edit.trip.seats", wished),
                        " " + whyOthers(),
                        choose);
        seats.add(banner);
    }

    private String whyOthers() {
        var gone = new TreeSet<String>();
        draft.seats()
                .forEach((now, wished) -> {
                    if (!now.equals(wished)) {
                        gone.add(now);
                    }
                });
        return gone.isEmpty()
                ? getTranslation("edit.trip.sameSeats")
                : getTranslation("edit.trip.otherSeats", SeatWords.list(gone));
    }
}
