package vn.busticket.analytics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.analytics.ReportSchedule.StopCause;

/**
 * Reports that are sent by themselves: members of staff set them up and stop them, each sees their
 * own. Each deed is in the audit log. A report shows what its owner may see at the time it is sent.
 */
@Service
public class ScheduledReports {

    /** Readers of one report. */
    public static final int MOST_RECIPIENTS = 10;

    /** Reports of one member of staff. */
    public static final int MOST_OF_ONE = 20;

    private static final int RUNS_SHOWN = 5;
    private static final Duration STOPPED_STAY_SEEN = Duration.ofDays(30);

    private final ReportScheduleRepository schedules;
    private final ReportScopes scopes;
    private final AuditLog audit;
    private final Clock clock;

    ScheduledReports(
            ReportScheduleRepository schedules, ReportScopes scopes, AuditLog audit, Clock clock) {
        this.schedules = schedules;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets a report up; it is sent for the first time when it is next due.
     *
     * @throws FiguresOfOthers if this person may see no figures
     * @throws ScheduleRefused without or with too many recipients, or with too many reports
     */
    @Transactional
    public ReportScheduleId setUp(AccountId owner, ReportPlan plan) {
        scopes.of(owner);
        if (plan.recipients().isEmpty()) {
            throw ScheduleRefused.withoutRecipient();
        }
        if (plan.recipients().size() > MOST_RECIPIENTS) {
            throw ScheduleRefused.tooManyRecipients(MOST_RECIPIENTS);
        }
        if (schedules.count(owner) >= MOST_OF_ONE) {
            throw ScheduleRefused.tooManySchedules(MOST_OF_ONE);
        }
        var id = schedules.insert(owner, plan, clock.instant());
        audit.record(
                owner,
                "report.scheduled",
                subject(id),
                null,
                Map.of(
                        "kind", plan.kind().name(),
                        "cadence", plan.cadence().name(),
                        "recipients", Integer.toString(plan.recipients().size())));
        return id;
    }

    /** What somebody set up: what goes on and what stopped within a month, the newest first. */
    @Transactional(readOnly = true)
    public List<ReportSchedule> of(AccountId owner) {
        return schedules.of(owner, clock.instant().minus(STOPPED_STAY_SEEN)).stream()
                .map(one -> one.with(schedules.runs(one.id(), RUNS_SHOWN)))
                .toList();
    }

    /**
     * Sends a report no more; may be repeated. What is queued already is not sent either.
     *
     * @throws ScheduleRefused if it is none of this person's
     */
    @Transactional
    public void stop(AccountId owner, ReportScheduleId id) {
        var schedule =
                schedules
                        .lock(id)
                        .filter(one -> Objects.equals(one.owner(), owner))
                        .orElseThrow(ScheduleRefused::gone);
        if (schedule.stoppedBecause().isEmpty()) {
            schedules.stop(id, StopCause.STAFF, clock.instant());
            audit.record(owner, "report.schedule-stopped", subject(id), null, Map.of());
        }
    }

    static String subject(ReportScheduleId id) {
        return "report-schedule " + id.value();
    }
}
