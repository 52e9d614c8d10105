package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.shared.SqlTime;

/** The outbox as the sender sees it; what comes into it, {@link Outbox} puts there. */
@Repository
class NotificationRepository {

    private final JdbcClient database;

    NotificationRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes some due messages, the longest due first; nobody else may take them before {@code
     * until}, so that a process that dies while sending loses none.
     */
    @Transactional
    List<Claimed> claim(int most, Instant now, Instant until) {
        return database.sql(
                        """
                        update notification
                           set next_attempt_at = :until, attempts = attempts + 1
                         where id in (select id
                                        from notification
                                       where next_attempt_at <= :now
                                       order by next_attempt_at, id
                                       limit :most
                                         for update skip locked)
                        returning id, kind, channel, booking_id, account_id, subject_id, outcome, attempts, created_at
                        """)
                .param("until", SqlTime.of(until))
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query(NotificationRepository::claimed)
                .list();
    }

    /** Ends a message, unless a later attempt has begun. */
    void finish(Claimed message, NotificationState state, @Nullable String reason, Instant now) {
        database.sql(
                        """
                        update notification
                           set state = :state, reason = :reason, finished_at = :now, next_attempt_at = null
                         where id = :id and state = 'QUEUED' and attempts = :attempt
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", SqlTime.of(now))
                .param("id", message.id())
                .param("attempt", message.attempt())
                .update();
    }

    /** Lets a message wait, unless a later attempt has begun. */
    void retry(Claimed message, String reason, Instant at) {
        database.sql(
                        """
                        update notification
                           set reason = :reason, next_attempt_at = :at
                         where id = :id and state = 'QUEUED' and attempts = :attempt
                        """)
                .param("reason", reason)
                .param("at", SqlTime.of(at))
                .param("id", message.id())
                .param("attempt", message.attempt())
                .update();
    }

    /** Writes an attempt down. */
    void log(Claimed message, Attempt attempt) {
        database.sql(
                        """
                        insert into notification_attempt
                               (notification_id, number, at, outcome, answer, duration_millis)
                        values (:id, :number, :at, :outcome, :answer, :duration)
                        """)
                .param("id", message.id())
                .param("number", message.attempt())
                .param("at", SqlTime.of(attempt.at()))
                .param("outcome", attempt.outcome())
                .param("answer", attempt.answer())
                .param("duration", attempt.durationMillis())
                .update();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var booking = row.getObject("booking_id", Long.class);
        var account = row.getObject("account_id", Long.class);
        return new Claimed(
                row.getLong("id"),
                NotificationKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                booking == null ? null : new BookingId(booking),
                account == null ? null : new AccountId(account),
                row.getObject("subject_id", Long.class),
                outcome == null ? null : MoneyOutcome.Outcome.valueOf(outcome),
                row.getInt("attempts"),
                SqlTime.instant(row, "created_at"));
    }

    /** One try to deliver. */
    record Attempt(Instant at, String outcome, @Nullable String answer, long durationMillis) {}
}
