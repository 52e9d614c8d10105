package vn.busticket.payments;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** How far the comparison that is going on has come, and what it found. */
@Repository
class ReconciliationRuns {

    /** Longer than one step takes; another node goes on if this one dies. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient database;

    ReconciliationRuns(JdbcClient database) {
        this.database = database;
    }

    /** The run that is going on, from where. */
    record Open(RunId id, Instant since, Instant until, long position, long payoutPosition) {}

    /** Takes the run that is due for its next step; a lease keeps other nodes away. */
    Optional<Open> claim(Instant now) {
        return database.sql(
                        """
                        update reconciliation_run
                           set next_step_at = :lease
                         where finished_at is null and next_step_at <= :now
                        returning id, since, until, position, payout_position
                        """)
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .query((row, number) ->
                        new Open(
                                new RunId(row.getLong("id")),
                                SqlTime.instant(row, "since"),
                                SqlTime.instant(row, "until"),
                                row.getLong("position"),
                                row.getLong("payout_position")))
                .optional();
    }

    /** The next attempts to ask about; one whose making was never asked for has nothing to ask. */
    List<Attempt> nextAttempts(Open run, int limit) {
        return database.sql(
                        "select "
                                + Attempt.COLUMNS
                                + """
                                  from payment_attempt
                                 where id > :position
                                   and created_at >= :since and created_at <= :until
                                 order by id
                                 limit :limit
                                """)
                .param("position", run.position())
                .param("since", SqlTime.of(run.since()))
                .param("until", SqlTime.of(run.until()))
                .param("limit", limit)
                .query(Attempt::of)
                .list();
    }

    /** Notes that an attempt is through. */
    void passed(Open run, AttemptId attempt) {
        database.sql(
                        """
                        update reconciliation_run
                           set position = :attempt, looked_at = looked_at + 1
                         where id = :id
                        """)
                .param("id", run.id().value())
                .param("attempt", attempt.value())
                .update();
    }

    /** The next payouts to ask about: sent or closed in that time. */
    List<Long> nextPayouts(Open run, int limit) {
        return database.sql(
                        """
                        select p.id
                          from refund_payout p
                          join refund_case c on c.id = p.refund_case_id
                         where p.id > :position
                           and p.requested_at <= :until
                           and (p.requested_at >= :since or p.closed_at >= :since)
                           and coalesce(p.bank_bin, c.bank_bin) is not null
                         order by p.id
                         limit :limit
                        """)
                .param("position", run.payoutPosition())
                .param("since", SqlTime.of(run.since()))
                .param("until", SqlTime.of(run.until()))
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Notes that a payout is through. */
    void passed(Open run, long payout) {
        database.sql(
                        """
                        update reconciliation_run
                           set payout_position = :payout, looked_at = looked_at + 1
                         where id = :id
                        """)
                .param("id", run.id().value())
                .param("payout", payout)
                .update();
    }

    /** Lets the run rest until its next step. */
    void rest(Open run, Instant until) {
        database.sql(
                        """
                        update reconciliation_run set next_step_at = :until
                         where id = :id and finished_at is null
                        """)
                .param("id", run.id().value())
                .param("until", SqlTime.of(until))
                .update();
    }

    void finish(Open run, Instant now) {
        database.sql(
                        """
                        update reconciliation_run set finished_at = :now, next_step_at = null
                         where id = :id and finished_at is null
                        """)
                .param("id", run.id().value())
                .param("now", SqlTime.of(now))
                .update();
    }

    void add(Open run, Difference difference, Instant now) {
        database.sql(
                        """
                        insert into reconciliation_difference (run_id, kind, found_at, order_code,
                               attempt_id, bank_transaction_id, payable_id, refund_case_id, ours,
                               theirs, healed)
                        values (:run, :kind, :now, :orderCode, :attempt, :transaction, :payable,
                               :refund, :ours, :theirs, :healed)
                        """)
                .param("run", run.id().value())
                .param("kind", difference.kind().name())
                .param("now", SqlTime.of(now))
                .param("orderCode", difference.orderCode(), Types.BIGINT)
                .param("attempt", difference.attempt(), Types.BIGINT)
                .param("transaction", difference.transaction(), Types.BIGINT)
                .param("payable", difference.payable(), Types.BIGINT)
                .param("refund", difference.refund(), Types.BIGINT)
                .param("ours", difference.ours())
                .param("theirs", difference.theirs())
                .param("healed", difference.isHealed())
                .update();
    }
}
