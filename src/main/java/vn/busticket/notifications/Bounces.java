package vn.busticket.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.notifications.DeliveryReport.RecipientReport;
import vn.busticket.shared.SqlTime;

/**
 * Draws the conclusion from mail that did not arrive. A report counts only if it is about a message
 * that was sent, to the very address that it went to, so that nobody is silenced by a forged one.
 */
@Component
class Bounces {

    private static final Logger log = LoggerFactory.getLogger(Bounces.class);

    private final JdbcClient database;
    private final Suppressions suppressions;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Bounces(JdbcClient database, Suppressions suppressions, DeliveryMetrics metrics, Clock clock) {
        this.database = database;
        this.suppressions = suppressions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The mail server refused the recipient of a message while we were sending. */
    @Transactional
    void refused(long notification, String answer) {
        sentTo(notification)
                .ifPresent(sent -> {
                    if (EnhancedStatus.isPolicy(answer)) {
                        suppressions.delayed(
                                sent.address(), SuppressionSource.SMTP, answer, clock.instant());
                    } else {
                        suppressions.returned(
                                sent.address(),
                                SuppressionReason.REFUSED,
                                SuppressionSource.SMTP,
                                answer,
                                clock.instant());
                    }
                });
    }

    /**
     * A report has come back.
     *
     * @return false if it is about no message of ours, or about another recipient
     */
    @Transactional
    boolean reported(DeliveryReport report) {
        var identity = report.identity();
        var sent =
                sentTo(identity.notification())
                        .filter(known ->
                                known.createdAt().toEpochMilli()
                                        == identity.createdAt().toEpochMilli());
        if (sent.isEmpty()) {
            log.warn("delivery report about no message of ours");
            return false;
        }
        var address = sent.get().address();
        var about =
                report.recipients().stream()
                        .filter(recipient -> recipient.addresses().contains(address))
                        .toList();
        about.forEach(recipient -> conclude(address, recipient));
        if (about.isEmpty()) {
            log.warn(
                    "delivery report about another recipient notification={}",
                    identity.notification());
        }
        return !about.isEmpty();
    }

    private void conclude(String address, RecipientReport recipient) {
        var now = clock.instant();
        metrics.mailReported(recipient.finding());
        switch (recipient.finding()) {
            case RETURNED ->
                    suppressions.returned(
                            address,
                            SuppressionReason.BOUNCED,
                            SuppressionSource.REPORT,
                            recipient.status() + " " + recipient.detail(),
                            now);
            case DELAYED ->
                    suppressions.delayed(
                            address,
                            SuppressionSource.REPORT,
                            recipient.status() + " " + recipient.detail(),
                            now);
            case NOTHING -> {}
        }
    }

    private record SentTo(String address, Instant createdAt) {}

    /** Where an e-mail that was tried went to. */
    private Optional<SentTo> sentTo(long notification) {
        return database.sql(
                        """
                        select lower(coalesce(n.recipient, r.contact_email)) as address, n.created_at
                          from notification n
                          left join booking_recipient r on r.booking_id = n.booking_id
                         where n.id = :id and n.channel = 'EMAIL' and n.attempts > 0
                        """)
                .param("id", notification)
                .query((row, number) ->
                        sentTo(row.getString("address"), SqlTime.instant(row, "created_at")))
                .optional()
                .flatMap(Optional::ofNullable)
                .filter(sent -> !sent.address().isEmpty());
    }

    private static SentTo sentTo(@Nullable String address, Instant createdAt) {
        return new SentTo(address == null ? "" : address, createdAt);
    }
}
