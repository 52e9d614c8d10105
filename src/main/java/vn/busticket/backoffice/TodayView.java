package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;

/** Today at a glance: what was sold and paid, what needs somebody, what leaves soon. */
@Route(value = "admin", layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class TodayView extends Div implements BeforeEnterObserver, Titled {

    private final TodayDesk desk;

    TodayView(TodayDesk desk) {
        this.desk = desk;
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("desk.nav.TODAY");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var formats = Formats.current();
        var now = desk.now();
        var head =
                new PageHead(title())
                        .saying(getTranslation("desk.asOf", formats.date(now), formats.time(now)));
        add(
                head,
                figures(),
                Markup.div("desk-halves", Markup.div("desk-stack", work(), services()), leaving()));
    }

    private Component figures() {
        var formats = Formats.current();
        var sales = desk.sales();
        var strip = new KeyFigures();
        strip.lead(
                getTranslation("desk.today.received"),
                formats.money(desk.received()),
                getTranslation("desk.today.received.why"));
        strip.with(
                getTranslation("desk.today.tickets"),
                formats.number(sales.tickets()),
                getTranslation("desk.today.bookings", formats.number(sales.confirmed())));
        strip.with(
                getTranslation("desk.today.awaiting"),
                formats.number(sales.awaiting()),
                formats.money(sales.awaitingAmount()));
        strip.with(
                getTranslation("desk.today.open"),
                formats.number(desk.openAttempts()),
                getTranslation("desk.today.open.why"));
        return strip;
    }

    private Component work() {
        var tasks = desk.tasks();
        var part = new Part(getTranslation("desk.today.work"));
        if (tasks.isEmpty()) {
            part.add(NothingFound.done("desk.today.done", "desk.today.done.why"));
            return part;
        }
        var table =
                new Figures(
                        getTranslation("desk.today.work"),
                        List.of(getTranslation("desk.today.task")),
                        List.of(getTranslation("desk.today.count"), getTranslation("desk.open")));
        for (var task : tasks) {
            var words = getTranslation("desk.task." + task.name());
            var open = new ActionLink(Look.PLAIN, getTranslation("desk.open"), task.address());
            open.setAriaLabel(getTranslation("desk.open") + ": " + words);
            table.row(
                    Cells.two(
                            StateBadges.badge(task.tone(), "desk.task." + task.name()),
                            getTranslation("desk.task." + task.name() + ".why")),
                    new Span(Formats.current().number(task.count())),
                    open);
        }
        part.add(table);
        return part;
    }

    private Component services() {
        var formats = Formats.current();
        var services = desk.services();
        var run = services.lastReconciliation();
        var facts =
                new Facts()
                        .with(
                                getTranslation("desk.webhook.lastGenuine"),
                                services.lastWebhook()
                                        .map(formats::shortDateTime)
                                        .orElseGet(() -> getTranslation("desk.webhook.neverCame")));
        run.ifPresentOrElse(
                last ->
                        facts.with(
                                getTranslation("desk.today.reconciled"),
                                Cells.two(
                                        StateBadges.of(last),
                                        formats.shortDateTime(last.startedAt()))),
                () ->
                        facts.with(
                                getTranslation("desk.today.reconciled"),
                                getTranslation("desk.webhook.neverCame")));
        facts.addClassName("desk-facts");
        return new Part(getTranslation("desk.today.services"), facts);
    }

    private Component leaving() {
        var trips = desk.leaving();
        var part = new Part(getTranslation("desk.today.leaving"));
        part.with(Markup.span("muted", getTranslation("desk.today.leaving.when")));
        if (trips.isEmpty()) {
            part.add(Markup.element("p", getTranslation("desk.today.leaving.none")));
            return part;
        }
        var formats = Formats.current();
        var table =
                new Figures(
                        getTranslation("desk.today.leaving"),
                        List.of(
                                getTranslation("desk.today.time"),
                                getTranslation("desk.today.route")),
                        List.of(getTranslation("desk.today.sold")));
        for (var trip : trips) {
            table.row(
                    Markup.span("num", formats.time(trip.departsAt())),
                    Cells.two(new Span(trip.way()), trip.operator()),
                    new Span(trip.passengers() + " / " + trip.seats()));
        }
        part.add(table);
        return part;
    }
}
