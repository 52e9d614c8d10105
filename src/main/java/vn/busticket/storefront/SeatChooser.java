package vn.busticket.storefront;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import vn.busticket.seats.Hold;
import vn.busticket.seats.OccupiedSeat;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.SeatPlan;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Step;
import vn.busticket.ui.Steps;
import vn.busticket.ui.Tone;

/** The seats of a trip that is on sale, what is picked of them, and the way on to the details. */
final class SeatChooser extends Div {

    private final SeatDesk desk;
    private final Trip trip;
    private final StretchChoice choice;
    private final TripAddress address;
    private final Formats formats = Formats.current();
    private final String from;
    private final String to;
    private final Div messages = Markup.div("messages");
    private final SeatPlan plan;
    private final PolicyCard policy = new PolicyCard();
    private final ChosenSeats picked = new ChosenSeats(this::take);
    private Optional<Hold> own;

    SeatChooser(
            SeatDesk desk,
            SearchReader reader,
            Trip trip,
            StretchChoice choice,
            TripAddress address) {
        this.desk = desk;
        this.trip = trip;
        this.choice = choice;
        this.address = address;
        this.from = nameOf(reader, choice.fromPlace());
        this.to = nameOf(reader, choice.toPlace());
        this.own = desk.openHold(trip.id());
        this.plan =
                new SeatPlan(trip.layout(), SearchAddress.MAX_PASSENGERS)
                        .onPick(this::pickedOne)
                        .onFull(this::tellFull);
        plan.draw(
                getTranslation("trip.choose", address.passengers()),
                desk.map(trip, choice.stretch(), own),
                own.map(Hold::seatLabels).orElse(List.of()));
        var side = new Aside(new JourneyCard(trip, choice, this::changeStops), picked, policy);
        side.addClassNames("side", "stack");
        side.getElement().setAttribute("aria-label", getTranslation("trip.side"));
        add(
                new TripBar(from, to, formats.dateTime(departure()), back()),
                Markup.div(
                        "page",
                        new Steps(Step.SEATS),
                        messages,
                        Markup.div("columns", plan, side)));
        showPicked();
    }

    String title() {
        return getTranslation("trip.titleOf", from, to, formats.time(departure()));
    }

    TripId tripId() {
        return trip.id();
    }

    boolean isOf(TripId id) {
        return trip.id().equals(id);
    }

    /**
     * Picks what was picked before the stops were changed, as far as it is free on this stretch.
     */
    void keepPicked(SeatChooser before) {
        var wished = new HashSet<>(before.plan.chosen());
        plan.draw(
                getTranslation("trip.choose", address.passengers()),
                desk.map(trip, choice.stretch(), own),
                wished);
        showPicked();
        wished.removeAll(plan.chosen());
        tellLost(wished);
    }

    /** Reads the seats again. */
    void refresh() {
        refresh(desk.map(trip, choice.stretch(), own));
    }

    /** Takes over what somebody else has read for all viewers. */
    void refresh(List<OccupiedSeat> occupied) {
        refresh(desk.map(trip, choice.stretch(), occupied, own));
    }

    private void refresh(SeatMap map) {
        var lost = plan.update(map);
        if (!lost.isEmpty()) {
            showPicked();
            tellLost(lost);
        }
    }

    private void take() {
        messages.removeAll();
        if (plan.chosen().isEmpty()) {
            tell(Tone.WARN, "trip.chooseOne", "trip.chooseOne.words");
            return;
        }
        try {
            var hold = desk.take(trip, choice.stretch(), plan.chosen());
            UI.getCurrent().navigate("checkout/" + hold.token());
        } catch (BusinessRuleViolation refused) {
            own = desk.openHold(trip.id());
            refresh();
            if (messages.getComponentCount() == 0) {
                tell(
                        new Banner(
                                Tone.WARN,
                                getTranslation(refused.messageKey(), refused.arguments()),
                                ""));
            }
        }
    }

    private void pickedOne() {
        messages.removeAll();
        showPicked();
    }

    private void showPicked() {
        picked.show(plan.chosen(), plan::whereIs, label -> trip.fareOf(label, choice.stretch()));
        policy.ofPicked(trip, choice.stretch(), plan.chosen());
    }

    private void tellFull() {
        tell(Tone.WARN, "trip.full", "trip.full.words");
    }

    private void tellLost(Collection<String> lost) {
        if (lost.isEmpty()) {
            return;
        }
        var seats = String.join(", ", lost);
        var left = plan.chosen();
        tell(new Banner(Tone.WARN, getTranslation("trip.lost", seats), " " + whatIsLeft(left)));
    }

    private String whatIsLeft(SortedSet<String> left) {
        return left.isEmpty()
                ? getTranslation("trip.lost.chooseOther")
                : getTranslation("trip.lost.left", String.join(", ", left));
    }

    private void tell(Tone tone, String headlineKey, String wordsKey) {
        tell(new Banner(tone, getTranslation(headlineKey), " " + getTranslation(wordsKey)));
    }

    private void tell(Banner banner) {
        messages.removeAll();
        messages.add(banner);
        messages.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    private void changeStops(String boarding, String dropOff) {
        UI.getCurrent()
                .navigate(
                        "trips/" + trip.id().value(),
                        address.withStops(boarding, dropOff).parameters());
    }

    private ActionLink back() {
        var day = VietnamTime.dayOf(departure());
        var results =
                SearchAddress.of(choice.fromPlace(), choice.toPlace(), day, address.passengers());
        return new ActionLink(Look.PLAIN, getTranslation("trip.back"), results.link())
                .with(Sign.LIST);
    }

    private Instant departure() {
        return trip.departsAt(choice.stretch().from());
    }

    private String nameOf(SearchReader reader, String placeCode) {
        return reader.place(placeCode)
                .map(place -> place.name(formats.language()))
                .orElse(placeCode);
    }
}
