package vn.busticket.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/**
 * Which attempts a gateway is asked about next, on which node. Who is waited for comes first, then
 * the newest; what has ended comes last.
 */
@Repository
class CheckQueue {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final CallBudget budget;

    CheckQueue(JdbcClient database, CallBudget budget) {
        this.database = database;
        this.budget = budget;
    }

    /**
     * Takes attempts that are due, as many as calls are allowed; a lease keeps other nodes away.
     */
    @Transactional
    List<Attempt> claim(String gateway, int most, Instant now) {
        var due = countDue(gateway, most, now);
        var allowed = due == 0 ? 0 : Math.min(due, budget.available(gateway, now));
        if (allowed == 0) {
            return List.of();
        }
        return database.sql(
                        """
                        with due as (
                            select id
                              from payment_attempt
                             where next_check_at <= :now and gateway = :gateway
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
                .param("gateway", gateway)
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

    private int countDue(String gateway, int most, Instant now) {
        return database.sql(
                        """
                        select count(*)
                          from (select 1 from payment_attempt
                                 where next_check_at <= :now and gateway = :gateway
                                 limit :most) due
                        """)
                .param("gateway", gateway)
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
