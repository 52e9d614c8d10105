package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.payments.ReconciliationRun.StartedBy;
import vn.busticket.scheduling.JobWaker;
import vn.busticket.shared.SqlTime;

/**
 * Starts comparisons of bookings, ledger and gateway: each night over the last days, and whenever
 * staff ask for one. One goes on at a time in the whole cluster.
 */
@Service
public class Reconciliation {

    private static final Duration DAYS = Duration.ofDays(3);

    /** What was begun a moment ago is still on its way through the house. */
    private static final Duration STILL_MOVING = Duration.ofMinutes(2);

    /** A run that the gateway has held up for so long makes room for the next. */
    private static final Duration LONGEST = Duration.ofHours(20);

    private final JdbcClient database;
    private final AuditLog audit;
    private final JobWaker jobs;
    private final Clock clock;

    Reconciliation(JdbcClient database, AuditLog audit, JobWaker jobs, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Starts a comparison now, or goes on with the one that is going on; it works in the background
     * and is read from {@link ReconciliationReport}. The deed stands in the audit log.
     */
    @Transactional
    public RunId runNow(AccountId staff) {
        var run = begin(StartedBy.STAFF, staff);
        audit.record(staff, "payments.reconciled", "reconciliation " + run.value(), null, Map.of());
        return run;
    }

    /** Starts the nightly comparison. */
    @Transactional
    RunId runNightly() {
        return begin(StartedBy.NIGHT, null);
    }

    private RunId begin(StartedBy by, @Nullable AccountId staff) {
        var now = clock.instant();
        giveUpStuck(now);
        var run = insert(by, staff, now).orElseGet(this::goingOn);
        jobs.wake(ContinueReconciliationJob.class);
        return run;
    }

    private Optional<RunId> insert(StartedBy by, @Nullable AccountId staff, Instant now) {
        return database.sql(
                        """
                        insert into reconciliation_run (started_by, account_id, since, until,
                               started_at, next_step_at)
                        values (:by, :staff, :since, :until, :now, :now)
                        on conflict ((true)) where finished_at is null do nothing
                        returning id
                        """)
                .param("by", by.name())
                .param("staff", staff == null ? null : staff.value(), java.sql.Types.BIGINT)
                .param("since", SqlTime.of(now.minus(DAYS)))
                .param("until", SqlTime.of(now.minus(STILL_MOVING)))
                .param("now", SqlTime.of(now))
                .query((row, number) -> new RunId(row.getLong("id")))
                .optional();
    }

    private RunId goingOn() {
        return database.sql("select id from reconciliation_run where finished_at is null")
                .query((row, number) -> new RunId(row.getLong("id")))
                .single();
    }

    private void giveUpStuck(Instant now) {
        database.sql(
                        """
                        update reconciliation_run
                           set finished_at = :now, next_step_at = null
                         where finished_at is null and started_at < :tooLongAgo
                        """)
                .param("now", SqlTime.of(now))
                .param("tooLongAgo", SqlTime.of(now.minus(LONGEST)))
                .update();
    }
}
