package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /**
     * Gives back what was taken and not tried, as if it had never been taken; what others have
     * taken meanwhile is theirs.
     */
    void putBack(Collection<Taken> messages, Instant now) {
        database.sql(
                        """
                        update notification n
                           set next_attempt_at = :now, attempts = n.attempts - 1
                          from unnest(array[:ids]::bigint[], array[:attempts]::integer[]) as held(id, attempt)
                         where n.id = held.id and n.attempts = held.attempt and n.state = 'QUEUED'
                        """)
                .param("now", SqlTime.of(now))
                .param("ids", messages.stream().map(Taken::id).toList())
                .param("attempts", messages.stream().map(held -> held.message().attempt()).toList())
                .update();
    }

    /**
     * Writes attempts down and ends the messages with them, or lets them wait for the next. Of a
     * message that others have taken meanwhile only the attempt is written down.
     */
    void end(List<Ended> messages) {
        database.sql(
                        """
                        with tried as (
                            select *
                              from unnest(cast(:ids as bigint[]), cast(:numbers as integer[]),
                                          cast(:times as timestamptz[]), cast(:outcomes as text[]),
                                          cast(:recipients as text[]), cast(:kinds as text[]),
                                          cast(:answers as text[]), cast(:durations as bigint[]),
                                          cast(:states as text[]), cast(:reasons as text[]),
                                          cast(:failures as integer[]), cast(:nexts as timestamptz[]))
                                   as t(id, number, at, outcome, recipient, failure, answer, duration, state, reason,
                                        failures, next_attempt_at)),
                        ended as (
                            update notification n
                               set state = t.state, reason = t.reason,
                                   recipient = coalesce(t.recipient, n.recipient), failures = t.failures,
                                   next_attempt_at = t.next_attempt_at,
                                   finished_at = case when t.next_attempt_at is null then t.at end
                              from tried t
                             where n.id = t.id and n.state = 'QUEUED' and n.attempts = t.number)
                        insert into notification_attempt
                               (notification_id, number, at, outcome, failure, answer, duration_millis)
                        select id, number, at, outcome, failure, answer, duration from tried
                        """)
                .param("ids", column(messages, one -> one.message().id()).toArray(Long[]::new))
                .param("numbers", numbers(messages, one -> one.message().attempt()))
                .param("times", texts(messages, one -> one.attempt().at()))
                .param("outcomes", texts(messages, one -> one.attempt().outcome()))
                .param("recipients", texts(messages, one -> one.attempt().recipient()))
                .param("kinds", texts(messages, one -> one.attempt().failure()))
                .param("answers", texts(messages, one -> one.attempt().answer()))
                .param(
                        "durations",
                        column(messages, one -> one.attempt().durationMillis())
                                .toArray(Long[]::new))
                .param("states", texts(messages, one -> one.ending().state().name()))
                .param("reasons", texts(messages, one -> one.ending().reason()))
                .param("failures", numbers(messages, one -> one.ending().failures()))
                .param("nexts", texts(messages, one -> one.ending().nextAttemptAt()))
                .update();
    }

    private static <T extends @Nullable Object> Stream<T> column(
            List<Ended> messages, Function<Ended, T> value) {
        return messages.stream().map(value);
    }

    private static Integer[] numbers(List<Ended> messages, Function<Ended, Integer> value) {
        return column(messages, value).toArray(Integer[]::new);
    }

    /** Instants go as texts too, which the database reads: the driver sends no array of them. */
    private static @Nullable String[] texts(
            List<Ended> messages, Function<Ended, @Nullable Object> value) {
        return column(messages, value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
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

    /** A message that was tried, and where it stands now. */
    record Ended(Claimed message, Attempt attempt, Ending ending) {}

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
