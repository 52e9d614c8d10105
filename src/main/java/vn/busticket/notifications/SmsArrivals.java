package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/** Text messages that were taken over, and whether they have arrived. */
@Repository
class SmsArrivals {

    /** When the service is asked after it took a message; after the last time nobody asks. */
    private static final List<Duration> LOOKS =
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1));

    private final JdbcClient database;

    SmsArrivals(JdbcClient database) {
        this.database = database;
    }

    /**
     * A message whose arrival is asked for.
     *
     * @param reference the service's number of it
     * @param look number of the look, from 1
     */
    record Look(long notification, String reference, int look) {}

    /** Notes a message to ask about. */
    void follow(long notification, String reference, Instant takenAt) {
        database.sql(
                        """
                        insert into sms_arrival (notification_id, reference, looks, next_look_at)
                        values (:id, :reference, 0, :next)
                        on conflict (notification_id) do nothing
                        """)
                .param("id", notification)
                .param("reference", reference)
                .param("next", SqlTime.of(takenAt.plus(LOOKS.getFirst())))
                .update();
    }

    /** Takes some that are due; each comes again after a growing pause, unless it was settled. */
    List<Look> due(int most, Instant now) {
        return database.sql(
                        """
                        update sms_arrival
                           set looks = looks + 1,
                               next_look_at = :now + (array[:pauses]::double precision[])[looks + 2] * interval '1 second'
                         where notification_id in (select notification_id
                                                     from sms_arrival
                                                    where next_look_at <= :now
                                                    order by next_look_at
                                                    limit :most
                                                      for update skip locked)
                        returning notification_id, reference, looks
                        """)
                .param("now", SqlTime.of(now))
                .param("pauses", LOOKS.stream().map(pause -> (double) pause.toSeconds()).toList())
                .param("most", most)
                .query((row, number) ->
                        new Look(
                                row.getLong("notification_id"),
                                row.getString("reference"),
                                row.getInt("looks")))
                .list();
    }

    /** Notes that a message has arrived, or never will: then it counts as rejected. */
    @Transactional
    void settle(Look look, SmsSender.Arrival arrival, Instant now) {
        var failed = arrival.standing() == SmsSender.Standing.FAILED;
        database.sql(
                        """
                        with settled as (
                            update sms_arrival
                               set next_look_at = null, settled_at = :now
                             where notification_id = :id and settled_at is null
                            returning notification_id)
                        insert into notification_attempt
                               (notification_id, number, at, outcome, failure, answer, duration_millis)
                        select n.id, n.attempts, :now, :outcome, :failure, :answer, 0
                          from settled s join notification n on n.id = s.notification_id
                        """)
                .param("id", look.notification())
                .param("now", SqlTime.of(now))
                .param("outcome", failed ? "NOT_ARRIVED" : "ARRIVED")
                .param("failure", failed ? FailureKind.RECIPIENT_REFUSED.name() : null)
                .param("answer", arrival.words())
                .update();
        if (failed) {
            reject(look.notification(), arrival.words());
        }
    }

    private void reject(long notification, String reason) {
        database.sql(
                        """
                        update notification
                           set state = 'REJECTED', reason = :reason
                         where id = :id and state = 'SENT'
                        """)
                .param("id", notification)
                .param("reason", reason)
                .update();
    }
}
