package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.payments.RefundId;
import vn.busticket.shared.SqlTime;

/** The outbox. */
@Repository
class NotificationRepository {

    private final JdbcClient database;

    NotificationRepository(JdbcClient database) {
        this.database = database;
    }

    /** Queues one message of a kind for each booking that has none of that kind yet. */
    void queue(NotificationKind kind, List<BookingId> bookings, Instant now) {
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
                        select :kind, 'EMAIL', booking, lower(:kind) || ':' || booking, 'QUEUED', :now, :now
                          from unnest(array[:bookings]::bigint[]) as booking
                        on conflict (dedupe_key) do nothing
                        """)
                .param("kind", kind.name())
                .param("bookings", bookings.stream().map(BookingId::value).toList())
                .param("now", SqlTime.of(now))
                .update();
    }

    /**
     * Queues a message about a refund of a booking.
     *
     * @param time tells apart what may have to be said again; the same for one and the same cause
     */
    void queueRefund(
            NotificationKind kind, BookingId booking, RefundId refund, long time, Instant now) {
        var key = "%s:%d:%d".formatted(kind.name().toLowerCase(Locale.ROOT), refund.value(), time);
        queue(kind, booking, refund.value(), null, key, now);
    }

    /** Queues a message about what became of a transfer, unless that was queued already. */
    void queueProblem(MoneyOutcome money, Instant now) {
        var subject = money.transaction().value();
        var key = "payment_problem:%d:%s".formatted(subject, money.outcome());
        queue(
                NotificationKind.PAYMENT_PROBLEM,
                money.booking(),
                subject,
                money.outcome().name(),
                key,
                now);
    }

    private void queue(
            NotificationKind kind,
            BookingId booking,
            long subject,
            @Nullable String outcome,
            String dedupeKey,
            Instant now) {
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, subject_id, outcome, dedupe_key, state,
                                created_at, next_attempt_at)
                        values (:kind, 'EMAIL', :booking, :subject, :outcome, :key, 'QUEUED', :now,
                                :now)
                        on conflict (dedupe_key) do nothing
                        """)
                .param("kind", kind.name())
                .param("booking", booking.value())
                .param("subject", subject)
                .param("outcome", outcome)
                .param("key", dedupeKey)
                .param("now", SqlTime.of(now))
                .update();
    }
}
