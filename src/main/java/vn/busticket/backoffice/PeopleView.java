package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.accounts.Administrator;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;

/**
 * Who sees and does everything; here administrators appoint and withdraw each other, and help who
 * lost the second factor.
 */
@Route(value = PeopleView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class PeopleView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "admin/people";

    private final PeopleWork desk;
    private final Div content = Markup.div("desk-stack");

    PeopleView(PeopleWork desk) {
        this.desk = desk;
        addClassName("desk-stack");
        add(
                new PageHead(
                                title(),
                                new ActionButton(
                                        Look.PRIMARY,
                                        getTranslation("desk.people.appoint"),
                                        () -> AppointDialog.administrator(desk).open()))
                        .saying(getTranslation("desk.people.what")),
                content);
    }

    @Override
    public String title() {
        return getTranslation("desk.people");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = ListAddress.of(ADDRESS, event.getLocation().getQueryParameters());
        var all = desk.all();
        var list = list();
        list.show(
                asked.page(),
                all.size(),
                (order, offset, limit) -> all.stream().skip(offset).limit(limit).toList(),
                asked::at);
        content.removeAll();
        content.add(list, new EmployeesPart(desk));
    }

    private DeskList<Administrator> list() {
        return new DeskList<Administrator>(title(), this::card, person -> "")
                .parts(getTranslation("accounts.name"), person -> new Span(person.fullName()))
                .words(getTranslation("accounts.email"), Administrator::email)
                .plainAmounts(getTranslation("desk.people.since"), PeopleView::since)
                .parts(getTranslation("desk.people.factor"), this::factor)
                .parts(getTranslation("desk.people.office"), this::office);
    }

    private Component card(Administrator person) {
        var name = Markup.element("b", person.fullName());
        var since = Markup.span("muted num", since(person));
        return Markup.div(
                "desk-card",
                name,
                since,
                Markup.span("muted", person.email()),
                office(person),
                factor(person));
    }

    private Component office(Administrator person) {
        return desk.isMe(person)
                ? Markup.span("muted", getTranslation("desk.people.me"))
                : new ActionButton(
                        Look.PLAIN, getTranslation("desk.people.withdraw"), () -> withdraw(person));
    }

    private Component factor(Administrator person) {
        if (!desk.hasSecondFactor(person)) {
            return Markup.span("muted", getTranslation("desk.people.factor.none"));
        }
        return desk.isMe(person)
                ? Markup.span("muted", getTranslation("desk.people.factor.enrolled"))
                : new ActionButton(
                        Look.PLAIN, getTranslation("desk.people.reset"), () -> reset(person));
    }

    private void reset(Administrator person) {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.people.reset.title", person.fullName()),
                        getTranslation("desk.people.reset.what", person.fullName()));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.people.reset"),
                () -> desk.resetSecondFactor(person, reason.getValue()),
                () -> {
                    DecisionDialog.done(
                            getTranslation("desk.people.reset.done", person.fullName()));
                });
    }

    private void withdraw(Administrator person) {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.people.withdraw.title", person.fullName()),
                        getTranslation("desk.people.withdraw.what", person.email()));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.people.withdraw"),
                () -> desk.withdraw(person, reason.getValue()),
                () -> {
                    DecisionDialog.done(
                            getTranslation("desk.people.withdraw.done", person.fullName()));
                });
    }

    private static String since(Administrator person) {
        return Formats.current().date(person.since());
    }
}
