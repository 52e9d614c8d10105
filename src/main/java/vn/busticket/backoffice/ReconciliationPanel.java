package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.payments.ReconciliationDifference;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What one comparison found, by kind and one by one. */
final class ReconciliationPanel extends Section {

    private static final int MOST_SHOWN = 100;

    private final ReconciliationDesk desk;
    private final ReconciliationRun run;
    private final Formats formats = Formats.current();

    ReconciliationPanel(ReconciliationDesk desk, ReconciliationRun run) {
        this.desk = desk;
        this.run = run;
        addClassNames("desk-part", "desk-panel");
        var close = new Anchor(MoneyAddresses.RECONCILIATION, getTranslation("desk.toList"));
        close.addClassName("desk-to-list");
        add(
                close,
                Markup.div(
                        "desk-part-head",
                        new H2(
                                getTranslation(
                                        "desk.reconcile.of",
                                        formats.shortDateTime(run.startedAt()))),
                        StateBadges.of(run)),
                facts());
        if (run.differences() > 0) {
            add(kinds(), new H3(getTranslation("desk.reconcile.differences")), differences());
        } else if (!run.isRunning()) {
            add(NothingFound.done("desk.reconcile.equal", "desk.reconcile.equal.why"));
        }
    }

    private Facts facts() {
        var facts =
                new Facts()
                        .with(getTranslation("desk.reconcile.by"), desk.starter(run))
                        .with(
                                getTranslation("desk.reconcile.span"),
                                formats.shortDateTime(run.since())
                                        + " – "
                                        + formats.shortDateTime(run.until()))
                        .withFigures(
                                getTranslation("desk.compared"), formats.number(run.attempts()));
        var finished = run.finishedAt();
        if (finished != null) {
            facts.with(getTranslation("desk.reconcile.finished"), formats.shortDateTime(finished));
        }
        facts.addClassName("desk-facts");
        return facts;
    }

    private Component kinds() {
        var table =
                new Figures(
                        getTranslation("desk.reconcile.byKind"),
                        List.of(getTranslation("desk.reconcile.byKind")),
                        List.of(getTranslation("desk.today.count")));
        desk.counts(run)
                .forEach((kind, count) ->
                        table.row(
                                Cells.two(
                                        new Span(getTranslation("desk.difference." + kind.name())),
                                        getTranslation("desk.difference." + kind.name() + ".why")),
                                new Span(formats.number(count))));
        return table;
    }

    private Component differences() {
        var table =
                new Figures(
                        getTranslation("desk.reconcile.differences"),
                        List.of(
                                getTranslation("desk.booking"),
                                getTranslation("desk.kind"),
                                getTranslation("desk.reconcile.ours"),
                                getTranslation("desk.reconcile.theirs")),
                        List.of());
        for (var difference : desk.differences(run, MOST_SHOWN)) {
            table.row(
                    about(difference),
                    Cells.two(
                            new Span(getTranslation("desk.difference." + difference.kind().name())),
                            difference.isHealed() ? getTranslation("desk.reconcile.healed") : null),
                    new Span(difference.ours()),
                    new Span(difference.theirs()));
        }
        return table;
    }

    private Component about(ReconciliationDifference difference) {
        var refund = difference.refund();
        if (refund != null) {
            return Cells.code(
                    desk.booking(difference)
                            .map(BookingBrief::code)
                            .orElseGet(() -> getTranslation("desk.tab.REFUNDS")),
                    MoneyAddresses.ofRefund(refund));
        }
        var code =
                difference.orderCode().isPresent()
                        ? Long.toString(difference.orderCode().getAsLong())
                        : null;
        var booking = desk.booking(difference);
        if (booking.isPresent()) {
            return Cells.two(
                    Cells.code(
                            booking.get().code(), MoneyAddresses.ofBooking(booking.get().code())),
                    code);
        }
        return new Span(code == null ? Cells.NOTHING : code);
    }
}
