package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.Objects;
import vn.busticket.notifications.AttemptLine;
import vn.busticket.notifications.MessageRow;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Tone;

/** Messages and attempts in words. */
final class MessageWords {

    private MessageWords() {}

    static String kind(MessageRow row) {
        return I18NProvider.translate("desk.message.kind." + row.kind().name());
    }

    static String channel(MessageRow row) {
        return I18NProvider.translate("desk.message.channel." + row.channel().name());
    }

    static String recipient(MessageRow row) {
        return row.recipient() == null ? Cells.NOTHING : row.maskedRecipient();
    }

    /** When it ended, or was queued if it has not. */
    static Instant at(MessageRow row) {
        return Objects.requireNonNullElse(row.finishedAt(), row.createdAt());
    }

    /** The state, and what the provider said if it is not good. */
    static Component state(MessageRow row) {
        return Cells.two(badge(row), row.reason());
    }

    static Badge badge(MessageRow row) {
        var tone =
                switch (row.state()) {
                    case SENT -> Tone.OK;
                    case QUEUED -> row.attempts() == 0 ? Tone.INFO : Tone.WARN;
                    case REJECTED, GIVEN_UP -> Tone.BAD;
                    case OVERTAKEN, UNWANTED -> Tone.NEUTRAL;
                };
        return StateBadges.badge(tone, "desk.message.state." + row.state().name());
    }

    static Badge badge(AttemptLine attempt) {
        var tone =
                switch (attempt.outcome()) {
                    case SENT, ARRIVED -> Tone.OK;
                    case RETRY -> Tone.WARN;
                    case REJECTED, NOT_ARRIVED -> Tone.BAD;
                    case OVERTAKEN, UNWANTED, POSTPONED -> Tone.NEUTRAL;
                };
        return StateBadges.badge(tone, "desk.message.outcome." + attempt.outcome().name());
    }
}
