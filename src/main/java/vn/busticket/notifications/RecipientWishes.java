package vn.busticket.notifications;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.analytics.ReportReaders;
import vn.busticket.notifications.Verdict.Later;
import vn.busticket.notifications.Verdict.Unwanted;
import vn.busticket.notifications.Verdict.Wanted;

/**
 * Says, just before a message is sent, whether its recipient wants it, and whether now is the time.
 * An address that returned mail gets nothing at all, not even what is obligatory: nobody reads it,
 * and sending on harms the mail of all others.
 */
@Component
class RecipientWishes {

    private static final Verdict WANTED = new Wanted();
    private static final Verdict TURNED_OFF = new Unwanted("turned off by the recipient");

    private final RecipientRepository recipients;
    private final MessagePreferences preferences;
    private final ReportReaders readers;
    private final ReminderProperties reminders;
    private final QuietHours quietHours;
    private final Clock clock;

    RecipientWishes(
            RecipientRepository recipients,
            MessagePreferences preferences,
            ReportReaders readers,
            ReminderProperties reminders,
            QuietHours quietHours,
            Clock clock) {
        this.recipients = recipients;
        this.preferences = preferences;
        this.readers = readers;
        this.reminders = reminders;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    /**
     * Whether a message may go now; asked again at every attempt.
     *
     * @param background how things stand with its booking, if it is about one
     */
    Verdict of(Claimed message, @Nullable Background background) {
        var report = message.report();
        if (report != null) {
            return ofReport(report);
        }
        var cause = message.accountCause();
        return cause == null
                ? ofBooking(message, Objects.requireNonNull(background).recipient())
                : standing(recipients.reasonAgainst(cause.email().value()));
    }

    private Verdict ofReport(ReportCause report) {
        return readers.wanting(report.reader())
                .map(address -> standing(recipients.reasonAgainst(address.value())))
                .orElse(TURNED_OFF);
    }

    private Verdict ofBooking(Claimed message, Recipient recipient) {
        return switch (message.channel()) {
            case EMAIL -> byEmail(message.kind(), recipient);
            case SMS -> bySms(message.kind(), recipient);
        };
    }

    private Verdict byEmail(NotificationKind kind, Recipient recipient) {
        if (recipient.suppressedFor() != null) {
            return standing(recipient.suppressedFor());
        }
        var topic = Channels.topic(kind);
        return preferences.wantsEmail(recipient.account(), recipient.email(), topic)
                ? inTime(kind, recipient)
                : TURNED_OFF;
    }

    private Verdict bySms(NotificationKind kind, Recipient recipient) {
        if (!preferences.wantsSms(recipient.account(), Channels.textTopic(kind))) {
            return TURNED_OFF;
        }
        var verdict = inTime(kind, recipient);
        return verdict instanceof Wanted && !isDisruption(kind) ? inQuiet(recipient) : verdict;
    }

    /** A reminder waits for the new time of a trip that was moved; nobody needs one to stay. */
    private Verdict inTime(NotificationKind kind, Recipient recipient) {
        if (kind != NotificationKind.REMINDER) {
            return WANTED;
        }
        if (!recipient.tripRuns()) {
            return new Unwanted("the trip was called off");
        }
        var due = reminders.dueAt(recipient.departsAt());
        return due.isAfter(clock.instant()) ? new Later(due, "the coach leaves later now") : WANTED;
    }

    /** Quiet hours hold a text back, unless it would then come after the coach has left. */
    private Verdict inQuiet(Recipient recipient) {
        var now = clock.instant();
        var allowed = quietHours.firstAllowed(now);
        return allowed.isAfter(now) && allowed.isBefore(recipient.departsAt())
                ? new Later(allowed, "quiet hours")
                : WANTED;
    }

    private static boolean isDisruption(NotificationKind kind) {
        return kind == NotificationKind.TRIP_MOVED || kind == NotificationKind.TRIP_CANCELLED;
    }

    private static Verdict standing(@Nullable SuppressionReason reason) {
        return reason == null ? WANTED : new Unwanted("address " + reason);
    }
}
