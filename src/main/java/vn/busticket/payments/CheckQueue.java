package vn.busticket.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/**
 * Which attempts the gateway is asked about next, on which node, and how many calls the cluster may
 * still make. Who is waited for comes first, then the newest; what has ended comes last.
 */
@Repository
class CheckQueue {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final PaymentsProperties properties;

    CheckQueue(JdbcClient database, PaymentsProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /**
     * Takes attempts that are due, as many as calls are allowed; a lease keeps other nodes away.
     */
    @Transactional
    List<Attempt> claim(String gateway, int most, Instant now) {
        var due = countDue(most, now);
        var allowed = due == 0 ? 0 : takePermits(gateway, due, now);
        if (allowed == 0) {
            return List.of();
        }
        return database.sql(
                        """
                        with due as (
                            select id
                              from payment_attempt
                             where next_check_at <= :now
                             order by asked_at desc nulls last, closed_at is not null,
                                      created_at desc, id desc
                             limit :allowed
                               for update skip locked)
                        update payment_attempt
                           set next_check_at = :lease
                         where id in (select id from due)
                        returning
                        """
                                + Attempt.COLUMNS)
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .param("allowed", allowed)
                .query(Attempt::of)
                .list();
    }

    /** Notes that the gateway has answered and when to ask again; empty for never. */
    void answered(AttemptId id, Instant now) {
        var attempt =
                database.sql("select state, checks from payment_attempt where id = :id")
                        .param("id", id.value())
                        .query((row, number) ->
                                CheckPauses.next(
                                        AttemptState.valueOf(row.getString("state")),
                                        row.getInt("checks"),
                                        now))
                        .single();
        database.sql(
                        """
                        update payment_attempt
                           set next_check_at = :next, checks = checks + 1, asked_at = null,
                               checked_at = :now
                         where id = :id
                        """)
                .param("id", id.value())
                .param("next", attempt.map(SqlTime::of).orElse(null))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Puts an attempt back that could not be asked about; it keeps its place in the queue. */
    void postpone(AttemptId id, Instant until) {
        database.sql("update payment_attempt set next_check_at = :until where id = :id")
                .param("id", id.value())
                .param("until", SqlTime.of(until))
                .update();
    }

    /**
     * Lets an attempt go ahead of all others because somebody waits.
     *
     * @return false if it needs no asking, or was asked about a moment ago
     */
    boolean askSoon(String token, Instant now) {
        return database.sql(
                                """
                                update payment_attempt
                                   set asked_at = :now,
                                       next_check_at = least(next_check_at, :now)
                                 where token = :token
                                   and closed_at is null
                                   and asked_at is null
                                   and (checked_at is null or checked_at <= :quiet)
                                """)
                        .param("token", token)
                        .param("now", SqlTime.of(now))
                        .param("quiet", SqlTime.of(now.minus(SHORTEST_PAUSE)))
                        .update()
                == 1;
    }

    /**
     * Lets all unfinished attempts of a payable be ended by the job; locks them first, in order.
     */
    void endSoon(PayableId payable, Instant now) {
        database.sql(
                        """
                        with unfinished as (
                            select id
                              from payment_attempt
                             where payable_id = :payable and closed_at is null
                             order by id
                               for update)
                        update payment_attempt
                           set close_requested_at = coalesce(close_requested_at, :now),
                               next_check_at = :now
                         where id in (select id from unfinished)
                        """)
                .param("payable", payable.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** When the gateway may be called again; the past if it may be called now. */
    Instant pausedUntil(String gateway) {
        return database.sql(
                        """
                        select coalesce(paused_until, refilled_at) as until
                          from gateway_pause where gateway = :gateway
                        """)
                .param("gateway", gateway)
                .query((row, number) -> SqlTime.instant(row, "until"))
                .single();
    }

    /** Makes all nodes wait; the first call after that is alone. */
    void pause(String gateway, Instant until) {
        database.sql(
                        """
                        update gateway_pause
                           set paused_until = greatest(paused_until, :until),
                               permits = 1,
                               refilled_at = greatest(refilled_at, :until)
                         where gateway = :gateway
                        """)
                .param("gateway", gateway)
                .param("until", SqlTime.of(until))
                .update();
    }

    private int countDue(int most, Instant now) {
        return database.sql(
                        """
                        select count(*)
                          from (select 1 from payment_attempt
                                 where next_check_at <= :now limit :most) due
                        """)
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private int takePermits(String gateway, int wanted, Instant now) {
        return database.sql(
                        """
                        update gateway_pause
                           set granted = least(:wanted, floor(least(:burst, permits + :perSecond
                                   * greatest(0, extract(epoch from :now - refilled_at))))::integer),
                               permits = least(:burst, permits + :perSecond
                                   * greatest(0, extract(epoch from :now - refilled_at)))
                                   - least(:wanted, floor(least(:burst, permits + :perSecond
                                   * greatest(0, extract(epoch from :now - refilled_at)))))
                                ,
                               refilled_at = greatest(refilled_at, :now)
                         where gateway = :gateway
                           and (paused_until is null or paused_until <= :now)
                        returning granted
                        """)
                .param("gateway", gateway)
                .param("wanted", wanted)
                .param("burst", (double) properties.checksPerSecond() * 2)
                .param("perSecond", (double) properties.checksPerSecond())
                .param("now", SqlTime.of(now))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
