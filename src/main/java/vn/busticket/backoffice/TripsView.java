package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.busticket.trips.Trip;
import vn.busticket.ui.Badge;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** The trips of a day, by route, company and state. */
@Route(value = TripsAddress.PATH, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class TripsView extends Div implements BeforeEnterObserver, Titled {

    private final TripWork desk;
    private final Div content = new Div();

    TripsView(TripWork desk) {
        this.desk = desk;
        addClassName("desk-stack");
        content.addClassName("desk-stack");
        add(content);
    }

    @Override
    public String title() {
        return getTranslation("desk.trips");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = TripsAddress.of(event.getLocation().getQueryParameters(), desk.today());
        var search = asked.search();
        var total = desk.count(search);
        content.removeAll();
        content.add(
                new PageHead(title())
                        .saying(
                                getTranslation(
                                        "desk.trips.of",
                                        total,
                                        Formats.current().date(asked.day()))),
                filters(asked));
        if (total == 0) {
            content.add(NothingFound.done("desk.trips.none", "desk.trips.none.explanation"));
            return;
        }
        var list = list();
        list.show(
                asked.page(),
                total,
                (order, offset, limit) -> desk.rows(search, offset, limit),
                asked::at);
        content.add(list);
    }

    private Component filters(TripsAddress asked) {
        var day = new DayPicker(getTranslation("desk.trips.day"));
        day.setValue(asked.day());
        day.addValueChangeListener(changed -> {
            if (changed.isFromClient() && changed.getValue() != null) {
                go(asked.on(changed.getValue()));
            }
        });
        var states = Stream.of(Trip.State.values()).map(Optional::of).toList();
        var state =
                new ChoiceField<>(
                                getTranslation("desk.state"),
                                withAll(states),
                                one ->
                                        one.map(it -> getTranslation("desk.trip.state." + it))
                                                .orElseGet(this::all),
                                asked.state())
                        .onChoice(one -> go(asked.showing(one)));
        var bar =
                new Div(
                        day,
                        choice(
                                "desk.trips.route",
                                desk.routes(),
                                asked.route(),
                                code -> go(asked.ofRoute(code))),
                        choice(
                                "desk.trips.operator",
                                desk.operators(),
                                asked.operator(),
                                code -> go(asked.ofOperator(code))),
                        state);
        bar.addClassName("desk-filters");
        return bar;
    }

    private ChoiceField<String> choice(
            String key, Map<String, String> names, String chosen, Consumer<String> picked) {
        var codes = Stream.concat(Stream.of(""), names.keySet().stream()).toList();
        return new ChoiceField<>(
                        getTranslation(key),
                        codes,
                        code -> names.getOrDefault(code, all()),
                        names.containsKey(chosen) ? chosen : "")
                .onChoice(picked);
    }

    private String all() {
        return getTranslation("desk.filter.all");
    }

    private static <T> List<Optional<T>> withAll(List<Optional<T>> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream()).toList();
    }

    private DeskList<TripRow> list() {
        var formats = Formats.current();
        return new DeskList<TripRow>(title(), this::card, TripsView::address)
                .parts(
                        getTranslation("desk.trips.way"),
                        row -> Cells.two(new Anchor(address(row), row.way()), row.operator()))
                .words(getTranslation("desk.trips.coach"), TripRow::coach)
                .parts(getTranslation("desk.state"), TripsView::state)
                .plainAmounts(getTranslation("desk.trips.passengers"), TripsView::passengers)
                .plainAmounts(
                        getTranslation("desk.trips.departs"), row -> formats.time(row.departsAt()));
    }

    private Component card(TripRow row) {
        return Cells.card(
                row.way(),
                Formats.current().time(row.departsAt()),
                state(row),
                passengers(row),
                row.operator() + " · " + row.coach());
    }

    private static String passengers(TripRow row) {
        return row.passengers() + "/" + row.seats();
    }

    static Badge state(TripRow row) {
        return state(row.state());
    }

    /** Whether a trip runs, in a word. */
    static Badge state(Trip.State state) {
        var tone =
                switch (state) {
                    case SCHEDULED -> Tone.OK;
                    case CANCELLED -> Tone.BAD;
                };
        return StateBadges.badge(tone, "desk.trip.state." + state.name());
    }

    private static String address(TripRow row) {
        return TripsAddress.PATH + "/" + row.id();
    }

    private void go(TripsAddress address) {
        getUI().ifPresent(ui -> ui.navigate(address.at(0)));
    }
}
