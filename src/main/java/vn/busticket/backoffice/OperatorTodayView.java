package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;

/** A coach company's day: what leaves next, how full it is, who is on it. */
@Route(value = "operator", layout = StaffLayout.class)
@RolesAllowed({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR_STAFF})
class OperatorTodayView extends Div implements BeforeEnterObserver, Titled {

    /** A coach that left so long ago still takes passengers on at stops on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(2);

    private static final int MOST_SHOWN = 12;

    private final OperatorDesk desk;

    OperatorTodayView(OperatorDesk desk) {
        this.desk = desk;
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("operator.today");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var formats = Formats.current();
        var now = desk.now();
        var today = desk.onToday().stream().filter(trip -> !trip.isCalledOff()).toList();
        var next =
                today.stream()
                        .filter(trip -> trip.departsAt().isAfter(now.minus(ON_ITS_WAY)))
                        .limit(MOST_SHOWN)
                        .toList();
        add(
                new PageHead(
                                title(),
                                new ActionLink(
                                        Look.PLAIN,
                                        getTranslation("operator.trips"),
                                        OperatorTripsView.ADDRESS))
                        .saying(getTranslation("desk.asOf", formats.date(now), formats.time(now))),
                figures(today),
                next(next));
    }

    private Component figures(List<Departure> today) {
        var formats = Formats.current();
        var booked = today.stream().mapToInt(trip -> trip.passengers().booked()).sum();
        var boarded = today.stream().mapToInt(trip -> trip.passengers().boarded()).sum();
        var seats = today.stream().mapToInt(Departure::seats).sum();
        var left = today.stream().filter(trip -> trip.departsAt().isAfter(desk.now())).count();
        var strip = new KeyFigures();
        strip.lead(
                getTranslation("operator.today.passengers"),
                formats.number(booked),
                getTranslation("operator.today.seats", formats.number(seats)));
        strip.with(
                getTranslation("operator.today.boarded"),
                formats.number(boarded),
                getTranslation("operator.today.boarded.why"));
        strip.with(
                getTranslation("operator.today.departures"),
                formats.number(today.size()),
                getTranslation("operator.today.left", formats.number(left)));
        return strip;
    }

    private Component next(List<Departure> next) {
        var part = new Part(getTranslation("operator.today.next"));
        if (next.isEmpty()) {
            part.add(Markup.element("p", getTranslation("operator.today.none")));
            return part;
        }
        var formats = Formats.current();
        var isForAll = desk.seesAll();
        var table =
                new Figures(
                        getTranslation("operator.today.next"),
                        List.of(
                                getTranslation("desk.today.time"),
                                getTranslation("desk.today.route")),
                        List.of(getTranslation("operator.booked")));
        for (var trip : next) {
            table.row(
                    Markup.span("num", formats.time(trip.departsAt())),
                    Cells.two(
                            Cells.code(trip.way(), trip.manifest()),
                            isForAll ? trip.operator() : null),
                    Cells.two(
                            new Span(trip.passengers().booked() + " / " + trip.seats()),
                            getTranslation(
                                    "operator.boardedOf",
                                    formats.number(trip.passengers().boarded()))));
        }
        part.add(table);
        return part;
    }
}
