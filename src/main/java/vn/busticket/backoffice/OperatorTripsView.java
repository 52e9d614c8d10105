package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Badge;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** The trips of a coach company by day; day and page are part of the address. */
@Route(value = OperatorTripsView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR_STAFF})
class OperatorTripsView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "operator/trips";

    private final OperatorDesk desk;
    private final DayPicker picker;
    private final Div content = Markup.div("desk-stack");
    private LocalDate day;

    OperatorTripsView(OperatorDesk desk) {
        this.desk = desk;
        day = desk.today();
        picker = new DayPicker(getTranslation("operator.day"));
        picker.addValueChangeListener(changed -> {
            if (changed.isFromClient() && changed.getValue() != null) {
                UI.getCurrent().navigate(at(changed.getValue(), 0));
            }
        });
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("operator.trips");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters();
        var page = ListAddress.of(ADDRESS, query).page();
        day = dayOf(query).orElseGet(desk::today);
        picker.setValue(day);
        content.removeAll();
        var total = desk.count(day);
        if (total == 0) {
            content.add(
                    NothingFound.done("operator.trips.none", "operator.trips.none.explanation"));
        } else {
            var list = list();
            list.show(
                    page,
                    total,
                    (order, offset, limit) -> desk.on(day, offset, limit),
                    number -> at(day, number));
            content.add(list);
        }
        add(new PageHead(title()).saying(Formats.current().date(day)), days(), content);
    }

    private Component days() {
        return Markup.div(
                "desk-filters operator-days",
                new ActionLink(
                        Look.PLAIN, getTranslation("operator.day.before"), at(day.minusDays(1), 0)),
                picker,
                new ActionLink(
                        Look.PLAIN, getTranslation("operator.day.after"), at(day.plusDays(1), 0)));
    }

    private DeskList<Departure> list() {
        var formats = Formats.current();
        var list =
                new DeskList<Departure>(title(), this::card, Departure::manifest)
                        .plainAmounts(
                                getTranslation("desk.today.time"),
                                trip -> formats.time(trip.departsAt()))
                        .parts(getTranslation("desk.today.route"), this::way);
        if (desk.seesAll()) {
            list.words(getTranslation("operator.company"), Departure::operator);
        }
        return list.plainAmounts(getTranslation("operator.booked"), OperatorTripsView::booked)
                .plainAmounts(
                        getTranslation("operator.boarded"),
                        trip -> formats.number(trip.passengers().boarded()));
    }

    private Component way(Departure trip) {
        var way = Cells.code(trip.way(), trip.manifest());
        return trip.isCalledOff()
                ? new Span(
                        way,
                        new Span(" "),
                        new Badge(Tone.BAD, getTranslation("operator.calledOff")))
                : way;
    }

    private Component card(Departure trip) {
        var formats = Formats.current();
        var card =
                Markup.div(
                        "desk-card",
                        Markup.element("b", formats.time(trip.departsAt()) + " " + trip.way()),
                        Markup.span("num", booked(trip)),
                        Markup.span(
                                "muted",
                                getTranslation(
                                        "operator.boardedOf",
                                        formats.number(trip.passengers().boarded()))));
        if (trip.isCalledOff()) {
            card.add(new Badge(Tone.BAD, getTranslation("operator.calledOff")));
        }
        if (desk.seesAll()) {
            card.add(Markup.element("small", trip.operator()));
        }
        return card;
    }

    private static String booked(Departure trip) {
        return trip.passengers().booked() + " / " + trip.seats();
    }

    private static String at(LocalDate day, int page) {
        return MoneyAddresses.withQuery(
                ADDRESS,
                Map.of("day", day.toString(), "page", page == 0 ? "" : Integer.toString(page + 1)));
    }

    private static Optional<LocalDate> dayOf(QueryParameters query) {
        try {
            return query.getSingleParameter("day").map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
