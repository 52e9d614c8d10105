package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.analytics.ReportRecipientId;
import vn.busticket.analytics.ReportRunId;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/** The outbox, as seen by those who send: each step is one statement. */
@Repository
class DeliveryQueue {

    private final JdbcClient database;

    DeliveryQueue(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes some due messages of a channel, the longest due first, as far as its budget goes; one
     * alone while the breaker is open and a trial is due, none before. Nobody else may take them
     * before the lease ends, so that a process that dies while sending loses none.
     *
     * @param most no more than that
     * @param perSecond how many the provider takes in a second from all nodes together
     */
    List<Taken> claim(Channel channel, int most, int perSecond, Instant now, Instant leaseEnd) {
        return database.sql(
                        """
                        with budget as (
                            select channel, failures >= :tooMany as is_open,
                                   least(:burst, permits + :perSecond
                                       * greatest(0, extract(epoch from :now - refilled_at))) as permits,
                                   paused_until > :now as is_paused
                              from message_channel
                             where channel = :channel
                               for update),
                        due as (
                            select id
                              from notification
                             where channel = :channel and next_attempt_at <= :now
                             order by next_attempt_at, id
                             limit (select case when is_paused then 0
                                                when is_open then 1
                                                else least(:most, floor(permits)) end::bigint
                                      from budget)
                               for update skip locked),
                        paid as (
                            update message_channel c
                               set permits = b.permits - (select count(*) from due),
                                   refilled_at = greatest(c.refilled_at, :now),
                                   paused_until = case when b.is_open then :leaseEnd else c.paused_until end
                              from budget b
                             where c.channel = b.channel and exists (select from due))
                        update notification n
                           set next_attempt_at = :leaseEnd, attempts = attempts + 1
                          from due
                         cross join budget b
                         where n.id = due.id
                        returning n.id, n.kind, n.channel, n.booking_id, n.account_id, n.account_email,
                                  n.account_generation, n.link_expires_at, n.subject_id, n.outcome, n.attempts,
                                  n.created_at, n.failures, n.report_run_id, n.report_recipient_id, b.is_open
                        """)
                .param("channel", channel.name())
                .param("most", most)
                .param("tooMany", ChannelBreaker.FAILURES_THAT_OPEN)
                .param("perSecond", (double) perSecond)
                .param("burst", ChannelBreaker.burst(perSecond))
                .param("now", SqlTime.of(now))
                .param("leaseEnd", SqlTime.of(leaseEnd))
                .query(DeliveryQueue::taken)
                .list();
    }

    /** Keeps what is in hand from being taken by others for longer. */
    void renew(Collection<Taken> messages, Instant leaseEnd) {
        database.sql(
                        """
                        update notification n
                           set next_attempt_at = :leaseEnd
                          from unnest(array[:ids]::bigint[], array[:attempts]::integer[]) as held(id, attempt)
                         where n.id = held.id and n.attempts = held.attempt and n.state = 'QUEUED'
                        """)
                .param("leaseEnd", SqlTime.of(leaseEnd))
                .param("ids", messages.stream().map(Taken::id).toList())
                .param("attempts", messages.stream().map(held -> held.message().attempt()).toList())
                .update();
    }

    /** Writes an attempt down and ends the message with it, or lets it wait for the next. */
    void end(Claimed message, Attempt attempt, Ending ending) {
        var next = ending.nextAttemptAt();
        database.sql(
                        """
                        with ended as (
                            update notification
                               set state = :state, reason = :reason, recipient = coalesce(:recipient, recipient),
                                   failures = :failures, next_attempt_at = :next, finished_at = :finished
                             where id = :id and state = 'QUEUED' and attempts = :number)
                        insert into notification_attempt
                               (notification_id, number, at, outcome, failure, answer, duration_millis)
                        values (:id, :number, :at, :outcome, :failure, :answer, :duration)
                        """)
                .param("state", ending.state().name())
                .param("reason", ending.reason())
                .param("recipient", attempt.recipient())
                .param("failures", ending.failures())
                .param("next", next == null ? null : SqlTime.of(next))
                .param("finished", next == null ? SqlTime.of(attempt.at()) : null)
                .param("id", message.id())
                .param("number", message.attempt())
                .param("at", SqlTime.of(attempt.at()))
                .param("outcome", attempt.outcome())
                .param("failure", attempt.failure())
                .param("answer", attempt.answer())
                .param("duration", attempt.durationMillis())
                .update();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(claimed(row), row.getInt("failures"), row.getBoolean("is_open"));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var booking = row.getObject("booking_id", Long.class);
        return new Claimed(
                row.getLong("id"),
                NotificationKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                booking == null ? null : new BookingId(booking),
                accountCause(row),
                row.getObject("subject_id", Long.class),
                outcome == null ? null : MoneyOutcome.Outcome.valueOf(outcome),
                row.getInt("attempts"),
                SqlTime.instant(row, "created_at"),
                report(row));
    }

    private static @Nullable ReportCause report(ResultSet row) throws SQLException {
        var run = row.getObject("report_run_id", Long.class);
        return run == null
                ? null
                : new ReportCause(
                        new ReportRunId(run),
                        new ReportRecipientId(row.getLong("report_recipient_id")));
    }

    private static @Nullable AccountCause accountCause(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return account == null
                ? null
                : new AccountCause(
                        new AccountId(account),
                        new EmailAddress(row.getString("account_email")),
                        row.getObject("account_generation", Integer.class),
                        SqlTime.optionalInstant(row, "link_expires_at").orElse(null));
    }

    /**
     * One try to deliver.
     *
     * @param recipient where to, if it came so far
     * @param failure name of the {@link FailureKind}, if it failed
     */
    record Attempt(
            Instant at,
            String outcome,
            @Nullable String recipient,
            @Nullable String failure,
            @Nullable String answer,
            long durationMillis) {}

    /**
     * Where the message stands after it.
     *
     * @param failures how often it has failed for a reason of its own
     * @param nextAttemptAt when it is tried again, if it is
     */
    record Ending(
            NotificationState state,
            @Nullable String reason,
            int failures,
            @Nullable Instant nextAttemptAt) {}
}
