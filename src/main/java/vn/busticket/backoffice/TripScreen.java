package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import vn.busticket.bookings.TripStanding;
import vn.busticket.trips.DisruptionKind;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripDisruption;
import vn.busticket.trips.TripId;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.SeatWatch;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/**
 * One trip: who travels with it, what was done to it, and what can be done. Follows what becomes of
 * its bookings while it is open.
 */
final class TripScreen extends Div {

    private final DisruptionDesk desk;
    private final SeatWatch watch;
    private final TripId trip;
    private final String back;
    private final Formats formats = Formats.current();

    /**
     * @param back where the list is
     */
    TripScreen(DisruptionDesk desk, SeatWatch watch, TripId trip, String back) {
        this.desk = desk;
        this.watch = watch;
        this.trip = trip;
        this.back = back;
        addClassName("desk-stack");
    }

    /** Its way, for the title of the page. */
    static String title(DisruptionDesk desk, TripId trip) {
        return desk.look(trip).map(found -> desk.way(found.trip())).orElse("");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        var registration = watch.watch(trip, changed -> Background.show(ui, this::show));
        // Only now: what changes between reading and listening is told to nobody.
        show();
        addDetachListener(detached -> {
            detached.unregisterListener();
            registration.remove();
        });
    }

    private void show() {
        removeAll();
        var list = new Anchor(back, getTranslation("desk.trip.toList"));
        list.addClassName("desk-crumb");
        desk.look(trip)
                .ifPresentOrElse(
                        found -> show(list, found),
                        () ->
                                add(
                                        new PageHead(getTranslation("desk.trip.unknown")),
                                        new NothingFound(trip.toString(), back)));
    }

    private void show(Component list, TripStanding found) {
        add(list, head(found));
        if (found.trip().state() == Trip.State.CANCELLED) {
            add(progress(found));
        }
        if (found.isAhead() || found.concerned().bookings() > 0) {
            add(figures(found));
        }
        if (!found.done().isEmpty()) {
            add(new Part(getTranslation("desk.trip.done"), history(found)));
        }
    }

    private PageHead head(TripStanding found) {
        var trip = found.trip();
        var head =
                found.isAhead()
                        ? new PageHead(desk.way(trip), move(found), swap(found), callOff(found))
                        : new PageHead(desk.way(trip), TripsView.state(trip.state()));
        return head.saying(
                formats.dateTime(trip.departsAt(0))
                        + " · "
                        + trip.operator().name()
                        + " · "
                        + trip.busType().name(formats.language())
                        + found.bus().map(bus -> " · " + bus.plate()).orElse(""));
    }

    private ActionButton move(TripStanding found) {
        return new ActionButton(
                        Look.PLAIN,
                        getTranslation("desk.trip.move"),
                        () -> new MoveDialog(desk, found).open())
                .with(Sign.CLOCK);
    }

    private ActionButton swap(TripStanding found) {
        return new ActionButton(
                        Look.PLAIN,
                        getTranslation("desk.trip.swap"),
                        () -> new SwapDialog(desk, found).open())
                .with(Sign.BUS);
    }

    private ActionButton callOff(TripStanding found) {
        return new ActionButton(
                        Look.DANGER,
                        getTranslation("desk.trip.callOff"),
                        () -> new CallOffDialog(desk, found).open())
                .with(Sign.CANCEL);
    }

    /** How far the job has come that cancels the bookings. */
    private Component progress(TripStanding found) {
        var all =
                found.done().stream()
                        .filter(one -> one.kind() == DisruptionKind.CALLED_OFF)
                        .mapToInt(TripDisruption::bookings)
                        .findFirst()
                        .orElse(0);
        var left = found.concerned().bookings();
        var banner =
                new Banner(
                        left == 0 ? Tone.OK : Tone.INFO,
                        getTranslation("desk.trip.calledOff"),
                        left == 0
                                ? getTranslation("desk.trip.calledOff.done", all)
                                : getTranslation(
                                        "desk.trip.calledOff.left", Math.max(0, all - left), all));
        banner.getElement().setAttribute("role", "status");
        return banner;
    }

    private KeyFigures figures(TripStanding found) {
        var concerned = found.concerned();
        var figures = new KeyFigures();
        figures.lead(
                getTranslation("desk.trip.passengers"),
                formats.number(concerned.passengers()),
                getTranslation("desk.trip.seats", found.trip().layout().seatCount()));
        figures.with(
                getTranslation("desk.trip.bookings"),
                formats.number(concerned.bookings()),
                getTranslation("desk.trip.unpaid", concerned.unpaid()));
        figures.with(
                getTranslation("desk.trip.paid"),
                formats.money(concerned.paid()),
                getTranslation("desk.trip.paid.more"));
        return figures;
    }

    private Component history(TripStanding found) {
        var lines = new HistoryLines();
        found.done()
                .forEach(one ->
                        lines.line(
                                formats.shortDateTime(one.at()),
                                what(one) + " " + one.reason() + " · " + desk.nameOf(one.account()),
                                ""));
        return lines;
    }

    private String what(TripDisruption one) {
        return switch (one.kind()) {
            case CALLED_OFF ->
                    getTranslation(
                            one.movedTo().isPresent()
                                    ? "desk.trip.did.CALLED_OFF.moving"
                                    : "desk.trip.did.CALLED_OFF",
                            one.bookings(),
                            formats.money(one.paid()));
            case MOVED ->
                    getTranslation(
                            "desk.trip.did.MOVED",
                            formats.shortDateTime(one.departsBefore()),
                            formats.shortDateTime(one.departsAfter()),
                            one.bookings());
            case OTHER_COACH ->
                    getTranslation(
                            "desk.trip.did.OTHER_COACH",
                            one.plateBefore().orElse(Cells.NOTHING),
                            one.plateAfter().orElse(Cells.NOTHING),
                            one.bookings());
        };
    }
}
