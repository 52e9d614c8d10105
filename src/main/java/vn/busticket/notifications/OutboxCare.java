package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** What is done to the outbox by and by: giving up, telling staff, forgetting. */
@Repository
class OutboxCare {

    private final JdbcClient database;

    OutboxCare(JdbcClient database) {
        this.database = database;
    }

    /** A message that was refused or given up. */
    record Failed(long id, NotificationKind kind, Channel channel, String reason) {}

    /** Gives up what is due and was queued before an instant; what is in hand is left alone. */
    int giveUp(Instant queuedBefore, Instant now) {
        return database.sql(
                        """
                        update notification
                           set state = 'GIVEN_UP', reason = coalesce(reason, 'waited too long'),
                               next_attempt_at = null, finished_at = :now
                         where next_attempt_at <= :now and created_at < :before
                        """)
                .param("before", SqlTime.of(queuedBefore))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Some that staff were not told of and that nobody sent again, oldest first. */
    List<Failed> untold(int most) {
        return database.sql(
                        """
                        select n.id, n.kind, n.channel, coalesce(n.reason, '') as reason
                          from notification n
                         where n.state in ('REJECTED', 'GIVEN_UP') and n.told_staff_at is null
                           and not exists (select from notification a where a.again_of = n.id)
                         order by n.id
                         limit :most
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Failed(
                                row.getLong("id"),
                                NotificationKind.valueOf(row.getString("kind")),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("reason")))
                .list();
    }

    /** Notes that staff were told of some. */
    void told(List<Failed> messages, Instant now) {
        database.sql("update notification set told_staff_at = :now where id = any(:ids)")
                .param("now", SqlTime.of(now))
                .param("ids", messages.stream().map(Failed::id).toArray(Long[]::new))
                .update();
    }

    /**
     * Forgets the mailboxes of erased accounts once their last message has ended; returns how many.
     */
    int forgetErased() {
        return database.sql(
                        """
                        update notification
                           set account_email = 'erased@busticket.invalid', recipient = null,
                               dedupe_key = 'erased:' || id
                         where kind = 'ACCOUNT_ERASED' and finished_at is not null
                           and account_email <> 'erased@busticket.invalid'
                        """)
                .update();
    }

    /**
     * Deletes some messages that ended before an instant, with all that was tried.
     *
     * @return how many; zero when none is left
     */
    int forget(Instant endedBefore, int most) {
        return database.sql(
                        """
                        with old as (
                            select id from notification
                             where created_at < :before and finished_at < :before
                             limit :most
                               for update skip locked),
                        attempts as (
                            delete from notification_attempt where notification_id in (select id from old))
                        delete from notification where id in (select id from old)
                        """)
                .param("before", SqlTime.of(endedBefore))
                .param("most", most)
                .update();
    }
}
