package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import vn.busticket.payments.ExceptionKind;
import vn.busticket.payments.ExceptionView;
import vn.busticket.payments.TransactionRow;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** One exception: what is odd about it, where its money is, and what can be done. */
final class ExceptionPanel extends Section {

    private final ExceptionDesk desk;
    private final ExceptionView exception;
    private final Formats formats = Formats.current();

    /**
     * @param back where the list is
     */
    ExceptionPanel(ExceptionDesk desk, ExceptionView exception, String back) {
        this.desk = desk;
        this.exception = exception;
        addClassNames("desk-part", "desk-panel");
        var close = new Anchor(back, getTranslation("desk.toList"));
        close.addClassName("desk-to-list");
        var heading = new H2(getTranslation("desk.exception." + exception.kind().name()));
        add(
                close,
                Markup.div(
                        "desk-part-head",
                        heading,
                        Markup.span("desk-code", exception.bankReference())),
                new Banner(
                        exception.isOpen() ? Tone.WARN : Tone.NEUTRAL,
                        getTranslation("desk.exception." + exception.kind().name() + ".what"),
                        " "
                                + getTranslation(
                                        "desk.exception." + exception.kind().name() + ".todo")));
        var transfer = desk.transfer(exception);
        if (exception.kind() != ExceptionKind.WRONG_CURRENCY) {
            transfer.map(TransactionRow::places).map(Purse::new).ifPresent(this::add);
        }
        transfer.ifPresent(row -> add(facts(row)));
        add(exception.isOpen() ? actions() : decision());
    }

    private Facts facts(TransactionRow row) {
        var facts =
                new Facts()
                        .withFigures(
                                getTranslation("desk.amount"), ExceptionsView.amount(exception))
                        .withFigures(
                                getTranslation("desk.orderCode"), Long.toString(row.orderCode()))
                        .with(getTranslation("desk.payer"), TransfersView.payer(row))
                        .with(getTranslation("desk.paidAt"), formats.dateTime(row.paidAt()));
        if (row.transferText() != null) {
            facts.with(getTranslation("desk.transferText"), row.transferText());
        }
        if (exception.kind() != ExceptionKind.UNKNOWN_ORDER) {
            facts.with(getTranslation("desk.detail"), exception.detail());
        }
        facts.addClassName("desk-facts");
        return facts;
    }

    private Div decision() {
        var what =
                exception
                        .resolution()
                        .map(how -> getTranslation("desk.resolution." + how.name()))
                        .orElse("");
        var facts = new Facts().with(getTranslation("desk.decision"), what);
        exception
                .resolvedBy()
                .ifPresent(who -> facts.with(getTranslation("desk.by"), desk.staff().of(who)));
        exception
                .resolvedAt()
                .ifPresent(at -> facts.with(getTranslation("desk.at"), formats.dateTime(at)));
        exception.note().ifPresent(note -> facts.with(getTranslation("desk.reason"), note));
        facts.addClassName("desk-facts");
        return new Div(facts);
    }

    private Div actions() {
        var dock = Markup.div("desk-dock");
        switch (exception.kind()) {
            case UNKNOWN_ORDER ->
                    dock.add(
                            button(Look.PRIMARY, "desk.assign", this::assign),
                            button(Look.PLAIN, "desk.sendBack", this::sendBack));
            case WRONG_CURRENCY, CONTRADICTION, PAID_OUT_TWICE ->
                    dock.add(button(Look.PRIMARY, "desk.handled", this::handled));
            case DECISION_FAILED ->
                    dock.add(
                            button(Look.PRIMARY, "desk.tryAgain", this::tryAgain),
                            button(Look.PLAIN, "desk.assign", this::assign),
                            button(Look.PLAIN, "desk.sendBack", this::sendBack));
        }
        return dock;
    }

    private ActionButton button(Look look, String key, Command action) {
        return new ActionButton(look, getTranslation(key), action);
    }

    private void assign() {
        new AssignDialog(desk, exception).open();
    }

    private void sendBack() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.sendBack.title", ExceptionsView.amount(exception)),
                        getTranslation("desk.sendBack.what"));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.sendBack.do"),
                () -> desk.refund(exception, reason.getValue().strip()),
                () -> done("desk.sendBack.done"));
    }

    private void handled() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.handled"), getTranslation("desk.handled.what"));
        var note = dialog.reason(getTranslation("desk.note"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.handled"),
                () -> desk.resolve(exception, note.getValue().strip()),
                () -> done("desk.handled.done"));
    }

    private void tryAgain() {
        desk.tryAgain(exception);
        done("desk.tryAgain.done");
    }

    private void done(String key) {
        DecisionDialog.done(getTranslation(key));
    }
}
