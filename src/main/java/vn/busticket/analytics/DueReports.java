package vn.busticket.analytics;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AuditLog;
import vn.busticket.analytics.ReportSchedule.StopCause;
import vn.busticket.shared.VietnamTime;

/**
 * Tells that reports are due, each of their times once in the whole cluster: what another node is
 * at is left to it, and a time that is noted is not told again. Times at which no node lived are
 * told late, one after another.
 */
@Component
class DueReports {

    private static final Logger log = LoggerFactory.getLogger(DueReports.class);

    private final ReportScheduleRepository schedules;
    private final ReportReaders readers;
    private final ReportScopes scopes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DueReports(
            ReportScheduleRepository schedules,
            ReportReaders readers,
            ReportScopes scopes,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedules = schedules;
        this.readers = readers;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Tells the next one, in a transaction of its own; false if there is none. */
    @Transactional
    public boolean tellNext() {
        var now = clock.instant();
        var next = schedules.lockNextDue(now);
        next.ifPresent(schedule -> tell(schedule, now));
        return next.isPresent();
    }

    private void tell(ReportSchedule schedule, Instant now) {
        if (!maySee(schedule)) {
            stop(schedule, StopCause.NO_RIGHT, now);
            return;
        }
        var recipients = readers.of(schedule.id());
        if (recipients.isEmpty()) {
            stop(schedule, StopCause.NO_RECIPIENT, now);
            return;
        }
        var plan = schedule.plan();
        var due = schedule.nextDueAt().orElseThrow();
        var days = plan.period().on(VietnamTime.dayOf(due));
        schedules.dueNext(schedule.id(), plan.cadence().next(due, plan.hour()));
        schedules
                .insertRun(schedule.id(), due, days, now)
                .ifPresent(run -> events.publishEvent(new ReportDue(run, recipients)));
    }

    private boolean maySee(ReportSchedule schedule) {
        try {
            scopes.of(schedule.owner());
            return true;
        } catch (FiguresOfOthers notAnyMore) {
            return false;
        }
    }

    private void stop(ReportSchedule schedule, StopCause cause, Instant now) {
        schedules.stop(schedule.id(), cause, now);
        audit.record(
                null,
                "report.schedule-stopped",
                ScheduledReports.subject(schedule.id()),
                null,
                Map.of("cause", cause.name()));
        log.info("report stopped schedule={} cause={}", schedule.id().value(), cause);
    }
}
