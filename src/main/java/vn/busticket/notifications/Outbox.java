package vn.busticket.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.CancellationId;
import vn.busticket.bookings.ChangeId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.payments.RefundId;
import vn.busticket.shared.SqlTime;

/**
 * Takes in what has to be told, in the transaction of its cause: one statement for all ways that a
 * message takes. What was queued already is not queued again, so that a cause may be told twice.
 */
@Repository
class Outbox {

    private final JdbcClient database;
    private final Channels channels;

    Outbox(JdbcClient database, Channels channels) {
        this.database = database;
        this.channels = channels;
    }

    /** Queues messages of some kinds for each booking that has none of that kind yet. */
    void queue(List<NotificationKind> kinds, List<BookingId> bookings, Instant now) {
        var kindOfWay = new ArrayList<String>();
        var channelOfWay = new ArrayList<String>();
        for (var kind : kinds) {
            for (var channel : channels.of(kind)) {
                kindOfWay.add(kind.name());
                channelOfWay.add(channel.name());
            }
        }
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
                        select way.kind, way.channel, booking,
                               lower(way.kind) || ':' || booking || case way.channel when 'SMS' then ':sms' else '' end,
                               'QUEUED', :now, :now
                          from unnest(cast(:bookings as bigint[])) as booking
                         cross join unnest(cast(:kinds as text[]), cast(:channels as text[])) as way (kind, channel)
                        on conflict (dedupe_key) do nothing
                        """)
                .param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .param("kinds", kindOfWay.toArray(String[]::new))
                .param("channels", channelOfWay.toArray(String[]::new))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Queues a message about a change of a booking. */
    void queueChange(BookingId booking, ChangeId change, Instant now) {
        var kind = NotificationKind.CHANGE;
        var key = "change:%d:%d".formatted(booking.value(), change.value());
        queue(new Subject(kind, booking, change.value(), null, key), channels.of(kind), now);
    }

    /**
     * Queues a message about a refund of a booking.
     *
     * @param time tells apart what may have to be said again; the same for one and the same cause
     */
    void queueRefund(
            NotificationKind kind, BookingId booking, RefundId refund, long time, Instant now) {
        var key = "%s:%d:%d".formatted(kind.name().toLowerCase(Locale.ROOT), refund.value(), time);
        queue(new Subject(kind, booking, refund.value(), null, key), channels.of(kind), now);
    }

    /** Queues the message that a part of a booking was cancelled, once for each such part. */
    void queueCancellation(BookingId booking, CancellationId cancellation, Instant now) {
        var kind = NotificationKind.CANCELLATION;
        var key = "cancellation:part:" + cancellation.value();
        queue(new Subject(kind, booking, cancellation.value(), null, key), channels.of(kind), now);
    }

    /** Queues a message about what became of a transfer, by the given ways. */
    void queueProblem(MoneyOutcome money, List<Channel> ways, Instant now) {
        var subject = money.transaction().value();
        var outcome = money.outcome().name();
        var key = "payment_problem:%d:%s".formatted(subject, outcome);
        queue(
                new Subject(
                        NotificationKind.PAYMENT_PROBLEM, money.booking(), subject, outcome, key),
                ways,
                now);
    }

    /**
     * Lets the e-mails about refunds of a booking that wait to be sent be followed by texts, where
     * those are set up.
     */
    void tellRefundsByText(BookingId booking, Instant now) {
        if (!channels.hasSms()) {
            return;
        }
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, subject_id, dedupe_key, state, created_at,
                                next_attempt_at)
                        select kind, 'SMS', booking_id, subject_id, dedupe_key || ':sms', 'QUEUED', :now, :now
                          from notification
                         where booking_id = :booking and channel = 'EMAIL' and state = 'QUEUED'
                           and kind in ('REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED')
                        on conflict (dedupe_key) do nothing
                        """)
                .param("booking", booking.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    private record Subject(
            NotificationKind kind,
            BookingId booking,
            long id,
            @Nullable String outcome,
            String dedupeKey) {}

    private void queue(Subject subject, List<Channel> ways, Instant now) {
        if (ways.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, subject_id, outcome, dedupe_key, state,
                                created_at, next_attempt_at)
                        select :kind, channel, :booking, :subject, cast(:outcome as text),
                               :key || case channel when 'SMS' then ':sms' else '' end, 'QUEUED', :now, :now
                          from unnest(cast(:channels as text[])) as channel
                        on conflict (dedupe_key) do nothing
                        """)
                .param("kind", subject.kind().name())
                .param("booking", subject.booking().value())
                .param("subject", subject.id())
                .param("outcome", subject.outcome())
                .param("key", subject.dedupeKey())
                .param("channels", ways.stream().map(Channel::name).toArray(String[]::new))
                .param("now", SqlTime.of(now))
                .update();
    }
}
