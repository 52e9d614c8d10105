package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.busticket.notifications.AttemptLine;
import vn.busticket.notifications.MessageRow;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** One message: where it stands, every attempt, and sending it again. */
final class MessagePanel extends Section {

    private final MessageWork desk;
    private final MessageRow message;
    private final Formats formats = Formats.current();

    /**
     * @param back where the list is
     */
    MessagePanel(MessageWork desk, MessageRow message, String back) {
        this.desk = desk;
        this.message = message;
        addClassNames("desk-part", "desk-panel");
        var close = new Anchor(back, getTranslation("desk.toList"));
        close.addClassName("desk-to-list");
        add(close, head(), facts());
        if (message.maySendAgain()) {
            add(
                    Markup.div(
                            "desk-actions",
                            new ActionButton(
                                    Look.PLAIN,
                                    getTranslation("desk.message.again"),
                                    this::askToSendAgain)));
        }
        add(new H3(getTranslation("desk.message.attempts")), attempts());
    }

    private Component head() {
        return Markup.div(
                "desk-part-head", new H2(MessageWords.kind(message)), MessageWords.badge(message));
    }

    private Facts facts() {
        var facts =
                new Facts()
                        .with(
                                getTranslation("desk.message.to"),
                                Cells.two(
                                        new Span(MessageWords.recipient(message)),
                                        MessageWords.channel(message)))
                        .with(
                                getTranslation("desk.message.queued"),
                                formats.shortDateTime(message.createdAt()));
        desk.briefs(List.of(message)).values().stream()
                .findFirst()
                .ifPresent(booking ->
                        facts.with(
                                getTranslation("desk.booking"),
                                Cells.code(
                                        booking.code(), MoneyAddresses.ofBooking(booking.code()))));
        if (message.nextAttemptAt() != null) {
            facts.with(
                    getTranslation("desk.message.next"),
                    formats.shortDateTime(message.nextAttemptAt()));
        }
        if (message.reason() != null) {
            facts.with(getTranslation("desk.reason"), message.reason());
        }
        if (message.isSentAgain()) {
            facts.with(
                    getTranslation("desk.message.again"), getTranslation("desk.message.again.was"));
        }
        facts.addClassName("desk-facts");
        return facts;
    }

    private Component attempts() {
        var attempts = desk.attempts(message);
        if (attempts.isEmpty()) {
            return Markup.element("p", getTranslation("desk.message.attempts.none"));
        }
        var table =
                new Figures(
                        getTranslation("desk.message.attempts"),
                        List.of(getTranslation("desk.at"), getTranslation("desk.state")),
                        List.of(getTranslation("desk.message.took")));
        for (var attempt : attempts) {
            table.row(
                    new Span(formats.shortDateTime(attempt.at())),
                    Cells.two(MessageWords.badge(attempt), answer(attempt)),
                    new Span(formats.number(attempt.took().toMillis()) + " ms"));
        }
        return table;
    }

    /** What kind of failure it was, if it was one, and the provider's own words. */
    private String answer(AttemptLine attempt) {
        var failure = attempt.failure();
        return Stream.of(
                        failure == null
                                ? null
                                : getTranslation("desk.message.failure." + failure.name()),
                        attempt.answer())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private void askToSendAgain() {
        new DecisionDialog(
                        getTranslation("desk.message.again"),
                        getTranslation(
                                "desk.message.again.what",
                                MessageWords.kind(message),
                                MessageWords.recipient(message)))
                .offer(
                        Look.PRIMARY,
                        getTranslation("desk.message.again"),
                        () -> desk.sendAgain(message),
                        () -> {
                            DecisionDialog.done(getTranslation("desk.message.again.done"));
                        });
    }
}
