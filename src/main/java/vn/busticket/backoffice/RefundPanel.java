package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Objects;
import vn.busticket.payments.RefundDetails;
import vn.busticket.payments.RefundRow;
import vn.busticket.payments.RefundState;
import vn.busticket.payments.RefundView;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** One refund: where it stands, who agreed, where it goes, what can be done, what happened. */
final class RefundPanel extends Section {

    private final RefundWork desk;
    private final RefundDetails details;
    private final RefundRow row;
    private final RefundView refund;
    private final Formats formats = Formats.current();

    /**
     * @param back where the list is
     */
    RefundPanel(RefundWork desk, RefundDetails details, String back) {
        this.desk = desk;
        this.details = details;
        this.row = details.row();
        this.refund = row.refund();
        addClassNames("desk-part", "desk-panel");
        var close = new Anchor(back, getTranslation("desk.toList"));
        close.addClassName("desk-to-list");
        add(close, head(), standing(), refund.isOverdue() ? unpaidWords() : steps());
        desk.places(row).map(Purse::new).ifPresent(this::add);
        add(facts(), new RefundActions(desk, details));
        add(new H3(getTranslation("booking.history")), history());
    }

    private Component head() {
        var head =
                Markup.div(
                        "desk-part-head",
                        new H2(getTranslation("desk.refund.title", formats.money(refund.amount()))),
                        StateBadges.of(row));
        desk.booking(row)
                .ifPresent(booking ->
                        head.add(
                                Cells.code(
                                        booking.code(), MoneyAddresses.ofBooking(booking.code()))));
        return head;
    }

    private Component standing() {
        var tone =
                switch (refund.state()) {
                    case FAILED, UNKNOWN -> Tone.BAD;
                    case NEEDS_ACCOUNT, NEEDS_APPROVAL -> Tone.WARN;
                    case APPROVED, REQUESTED, PROCESSING -> Tone.INFO;
                    case REFUNDED -> Tone.OK;
                };
        var name = refund.isOverdue() ? "OVERDUE" : refund.state().name();
        var banner =
                new Banner(
                        refund.isOverdue() ? Tone.BAD : tone,
                        getTranslation("desk.refund." + name + ".what"),
                        " " + getTranslation("desk.refund." + name + ".todo"));
        banner.getElement().removeAttribute("role");
        return banner;
    }

    /** Who says already that the gateway did not pay it, and by what proof. */
    private Component unpaidWords() {
        var steps = Markup.div("desk-steps");
        var number = 0;
        for (var word : details.unpaidWords()) {
            number++;
            steps.add(
                    Markup.div(
                            "desk-step",
                            StateBadges.badge(Tone.WARN, "desk.step.saidUnpaid", number),
                            new Paragraph(desk.staff().of(word.by())),
                            new Paragraph(word.proof()),
                            Markup.span("muted small", formats.shortDateTime(word.at()))));
        }
        return steps;
    }

    private Component steps() {
        var steps = Markup.div("desk-steps");
        var given = details.approvals();
        for (var number = 0; number < row.approvalsNeeded(); number++) {
            var isGiven = number < given.size();
            var step =
                    Markup.div(
                            isGiven ? "desk-step" : "desk-step next",
                            StateBadges.badge(
                                    isGiven ? Tone.OK : Tone.WARN,
                                    isGiven ? "desk.step.given" : "desk.step.needed",
                                    number + 1));
            step.add(
                    isGiven
                            ? new Paragraph(desk.staff().of(given.get(number).by()))
                            : new Paragraph(
                                    getTranslation(
                                            number == 0 ? "desk.step.any" : "desk.step.other")));
            if (isGiven) {
                step.add(Markup.span("muted small", formats.shortDateTime(given.get(number).at())));
            }
            steps.add(step);
        }
        return steps;
    }

    private Facts facts() {
        var facts =
                new Facts()
                        .with(getTranslation("desk.reason"), StateBadges.reason(row))
                        .withFigures(getTranslation("desk.reference"), row.bankReference())
                        .with(getTranslation("desk.goesTo"), account());
        for (var sending : details.sendings()) {
            facts.with(
                    getTranslation("desk.sending"),
                    Cells.two(
                            Markup.span("num", sending.reference()),
                            sending.gatewayState() == null
                                    ? formats.shortDateTime(sending.requestedAt())
                                    : sending.gatewayState()
                                            + " · "
                                            + formats.shortDateTime(sending.requestedAt())));
        }
        details.sendings().stream()
                .map(RefundDetails.Sending::staffProof)
                .filter(Objects::nonNull)
                .forEach(proof ->
                        facts.withFigures(getTranslation("desk.payout.staffProof"), proof));
        if (details.handReference() != null) {
            facts.with(
                    getTranslation("desk.proof"),
                    Cells.two(Markup.span("num", details.handReference()), details.handNote()));
        }
        if (details.failureReason() != null && refund.state() == RefundState.FAILED) {
            facts.with(getTranslation("desk.failure"), details.failureReason());
        }
        facts.addClassName("desk-facts");
        return facts;
    }

    private Component account() {
        var account = refund.account();
        if (account == null) {
            return Markup.span("muted", getTranslation("desk.account.none"));
        }
        var source = details.accountSource();
        var holder = details.accountHolder() == null ? "" : details.accountHolder() + " · ";
        return Cells.two(
                Markup.span("num", account.bank() + " " + account.number()),
                source == null ? holder : holder + getTranslation("desk.account." + source.name()));
    }

    private Component history() {
        var lines = new HistoryLines();
        for (var event : details.events().reversed()) {
            var by = event.by();
            var actor =
                    by == null
                            ? getTranslation("desk.refund.actor." + event.actor())
                            : desk.staff().of(by);
            lines.line(
                    formats.shortDateTime(event.at()) + " · " + actor,
                    getTranslation("desk.refund.event." + event.what()),
                    event.to() == RefundState.REFUNDED ? "money" : "");
        }
        return lines;
    }
}
