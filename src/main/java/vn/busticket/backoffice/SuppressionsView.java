package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.notifications.Suppression;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;

/** The addresses that mail comes back from, and the way to let mail go there again. */
@Route(value = SuppressionsView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class SuppressionsView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "admin/notifications/suppressions";

    private final SuppressionDesk desk;
    private final MessageFrame frame;
    private final TextField search = new TextField();
    private final Div content = Markup.div("desk-stack");
    private ListAddress asked = new ListAddress(ADDRESS, "", "", 0);

    SuppressionsView(SuppressionDesk desk, MessageWork messages) {
        this.desk = desk;
        search.setLabel(getTranslation("desk.suppressions.search"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(new Icon(Sign.SEARCH));
        search.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                UI.getCurrent().navigate(asked.searching(changed.getValue()).at(0));
            }
        });
        frame = new MessageFrame(MessageTab.SUPPRESSIONS, messages);
        add(frame);
    }

    @Override
    public String title() {
        return MessageFrame.title(MessageTab.SUPPRESSIONS);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ListAddress.of(ADDRESS, event.getLocation().getQueryParameters());
        search.setValue(asked.search());
        content.removeAll();
        content.add(list());
        frame.show(
                new Paragraph(getTranslation("desk.suppressions.what")),
                Markup.div("desk-filters", search),
                content);
    }

    private Component list() {
        var total = desk.count(asked.search());
        if (total == 0) {
            return asked.search().isEmpty()
                    ? NothingFound.done("desk.nothing.headline", "desk.suppressions.none")
                    : new NothingFound(asked.search(), ADDRESS);
        }
        var list = columns();
        list.show(
                asked.page(),
                total,
                (order, offset, limit) -> desk.page(asked.search(), offset, limit),
                asked::at);
        return list;
    }

    private DeskList<Suppression> columns() {
        return new DeskList<Suppression>(title(), this::card, row -> "")
                .parts(
                        getTranslation("desk.suppression.address"),
                        row -> Cells.two(new Span(row.address()), row.detail().orElse("")))
                .parts(
                        getTranslation("desk.reason"),
                        row ->
                                Cells.two(
                                        new Span(SuppressionWords.reason(row)),
                                        SuppressionWords.source(row)))
                .plainAmounts(
                        getTranslation("desk.suppression.since"),
                        row -> Formats.current().shortDateTime(row.since()))
                .plainAmounts(getTranslation("desk.suppression.count"), this::times)
                .parts(getTranslation("desk.suppression.lift"), this::lifting);
    }

    private String times(Suppression row) {
        var count = Formats.current().number(row.count());
        return row.delays() == 0
                ? count
                : count
                        + " "
                        + getTranslation(
                                "desk.suppression.delays", Formats.current().number(row.delays()));
    }

    private Component card(Suppression row) {
        return new Div(
                Cells.card(
                        row.address(),
                        times(row),
                        new Span(SuppressionWords.reason(row)),
                        Formats.current().shortDateTime(row.since()),
                        row.detail().orElse(null)),
                lifting(row));
    }

    private Component lifting(Suppression row) {
        var button =
                new ActionButton(
                        Look.PLAIN, getTranslation("desk.suppression.lift"), () -> ask(row));
        button.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("desk.suppression.lift") + " " + row.address());
        return button;
    }

    private void ask(Suppression row) {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.suppression.lift"),
                        getTranslation("desk.suppression.lift.what", row.address()));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.suppression.lift"),
                () -> desk.lift(row, reason.getValue().strip()),
                () -> {
                    DecisionDialog.done(
                            getTranslation("desk.suppression.lift.done", row.address()));
                });
    }
}
