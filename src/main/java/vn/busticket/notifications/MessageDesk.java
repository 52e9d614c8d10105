package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.SqlTime;

/** What staff read about messages; a page at a time, newest first. */
@Component
public class MessageDesk {

    /** No list is counted further than this. */
    public static final int COUNTED_AT_MOST = 10_000;

    private static final Duration DAY = Duration.ofDays(1);

    private static final String COLUMNS =
            """
            select n.id, n.kind, n.channel, n.booking_id, n.state, n.recipient, n.attempts, n.created_at,
                   n.next_attempt_at, n.finished_at, n.reason, n.again_of,
                   exists (select from notification a where a.again_of = n.id) as is_sent_again
              from notification n
            """;

    private final JdbcClient database;
    private final Clock clock;

    MessageDesk(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many there are, counted up to {@link #COUNTED_AT_MOST}. */
    public int count(MessageSearch search, MessageFilter filter) {
        return asked(
                        "select count(*) from (select from notification n"
                                + wanted(search, filter)
                                + " limit :most) counted",
                        search)
                .param("most", COUNTED_AT_MOST)
                .query(Integer.class)
                .single();
    }

    /** Some of them, newest first. */
    public List<MessageRow> messages(
            MessageSearch search, MessageFilter filter, int offset, int limit) {
        return asked(
                        COLUMNS
                                + wanted(search, filter)
                                + " order by n.id desc offset :offset limit :limit",
                        search)
                .param("offset", offset)
                .param("limit", limit)
                .query(MessageDesk::row)
                .list();
    }

    /** One message. */
    public Optional<MessageRow> message(long id) {
        return database.sql(COLUMNS + " where n.id = :id")
                .param("id", id)
                .query(MessageDesk::row)
                .optional();
    }

    /** What was tried with a message, oldest first. */
    public List<AttemptLine> attempts(long id) {
        return database.sql(
                        """
                        select number, at, outcome, failure, answer, duration_millis
                          from notification_attempt
                         where notification_id = :id
                         order by id
                        """)
                .param("id", id)
                .query((row, number) -> {
                    var failure = row.getString("failure");
                    return new AttemptLine(
                            row.getInt("number"),
                            SqlTime.instant(row, "at"),
                            AttemptOutcome.valueOf(row.getString("outcome")),
                            failure == null ? null : FailureKind.valueOf(failure),
                            row.getString("answer"),
                            Duration.ofMillis(row.getLong("duration_millis")));
                })
                .list();
    }

    /** How many were refused or given up, and nobody sent them again. */
    public int countForStaff() {
        return count(MessageSearch.ALL, MessageFilter.FOR_STAFF);
    }

    /** How sending is doing. */
    public OutboxStanding standing() {
        var now = clock.instant();
        return database.sql(
                        """
                        select ended.sent, ended.all_of_them, waiting.due, waiting.since
                          from (select count(*) filter (where state = 'SENT') as sent, count(*) as all_of_them
                                  from notification
                                 where created_at >= :dayAgo and state in ('SENT', 'REJECTED', 'GIVEN_UP')) ended,
                               (select count(*) as due, min(next_attempt_at) as since
                                  from notification where next_attempt_at <= :now) waiting
                        """)
                .param("dayAgo", SqlTime.of(now.minus(DAY)))
                .param("now", SqlTime.of(now))
                .query((row, number) ->
                        new OutboxStanding(
                                row.getLong("sent"),
                                row.getLong("all_of_them"),
                                row.getLong("due"),
                                age(SqlTime.optionalInstant(row, "since"), now)))
                .single();
    }

    /** In words that the indexes are made for. */
    private static String wanted(MessageSearch search, MessageFilter filter) {
        return switch (filter) {
                    case QUEUED -> " where n.next_attempt_at is not null";
                    case ENDED -> " where n.next_attempt_at is null";
                    case SENT -> " where n.state = 'SENT'";
                    case REJECTED -> " where n.state = 'REJECTED'";
                    case GIVEN_UP -> " where n.state = 'GIVEN_UP'";
                    case OVERTAKEN -> " where n.state = 'OVERTAKEN'";
                    case UNWANTED -> " where n.state = 'UNWANTED'";
                    case FOR_STAFF ->
                            " where n.state in ('REJECTED', 'GIVEN_UP')"
                                    + " and not exists (select from notification a where a.again_of = n.id)";
                }
                + (search.booking() == null ? "" : " and n.booking_id = :booking")
                + (search.recipient() == null ? "" : " and lower(n.recipient) = :recipient");
    }

    private JdbcClient.StatementSpec asked(String sql, MessageSearch search) {
        var booking = search.booking();
        return database.sql(sql)
                .param("booking", booking == null ? null : booking.value())
                .param("recipient", search.recipient());
    }

    private static Duration age(Optional<Instant> since, Instant now) {
        return since.map(instant -> Duration.between(instant, now)).orElse(Duration.ZERO);
    }

    private static MessageRow row(ResultSet row, int number) throws SQLException {
        var booking = row.getObject("booking_id", Long.class);
        return new MessageRow(
                row.getLong("id"),
                NotificationKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                booking == null ? null : new BookingId(booking),
                NotificationState.valueOf(row.getString("state")),
                row.getString("recipient"),
                row.getInt("attempts"),
                SqlTime.instant(row, "created_at"),
                SqlTime.optionalInstant(row, "next_attempt_at").orElse(null),
                SqlTime.optionalInstant(row, "finished_at").orElse(null),
                row.getString("reason"),
                row.getObject("again_of", Long.class),
                row.getBoolean("is_sent_again"));
    }
}
