package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;

/**
 * Messages that are not tried any more. Staff get them in one list a day, sent at once and not
 * through the outbox: that is for people who travel, and its give-ups would give rise to further
 * ones. A list that was not taken comes with the next one.
 */
@Component
class GiveUps {

    private static final Logger log = LoggerFactory.getLogger(GiveUps.class);
    private static final int MOST_IN_A_LIST = 200;
    private static final String TEMPLATE = "email/give-ups";

    private final OutboxCare outbox;
    private final OutboxProperties properties;
    private final MessageSender mail;
    private final Imprint imprint;
    private final String staffAddress;
    private final Clock clock;

    GiveUps(
            OutboxCare outbox,
            OutboxProperties properties,
            MessageSender mail,
            Imprint imprint,
            @Value("${busticket.people.staff-alert-email:}") String staffAddress,
            Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.mail = mail;
        this.imprint = imprint;
        this.staffAddress = staffAddress;
        this.clock = clock;
    }

    void giveUpWhatWaitedTooLong() {
        var now = clock.instant();
        var count = outbox.giveUp(now.minus(properties.giveUpAfter()), now);
        if (count > 0) {
            log.error("messages given up after waiting count={}", count);
        }
    }

    void tellStaff() {
        var failed = outbox.untold(MOST_IN_A_LIST);
        if (failed.isEmpty() || staffAddress.isBlank()) {
            return;
        }
        var outcome = mail.send(letter(failed));
        if (outcome instanceof SendOutcome.Sent) {
            outbox.told(failed, clock.instant());
        } else {
            log.warn("list of what was given up not sent outcome={}", outcome);
        }
    }

    private static Map<String, String> line(OutboxCare.Failed message) {
        return Map.of(
                "id",
                Long.toString(message.id()),
                "kind",
                message.kind().name(),
                "channel",
                message.channel().name(),
                "reason",
                message.reason());
    }

    private OutgoingMail letter(List<OutboxCare.Failed> failed) {
        var templates = new Templates();
        Map<String, Object> values =
                Map.of(
                        "failed",
                        failed.stream().map(GiveUps::line).toList(),
                        "link",
                        imprint.link("/admin/notifications/give-ups"));
        return new OutgoingMail(
                new MessageIdentity(0, clock.instant()),
                "BusTicket",
                staffAddress,
                new WrittenLetter(
                        templates.fill(TEMPLATE + ".subject.ftl", Language.VI, values).strip(),
                        templates.fill(TEMPLATE + ".ftlh", Language.VI, values),
                        templates.fill(TEMPLATE + ".text.ftl", Language.VI, values),
                        List.of()),
                List.of());
    }
}
