package vn.busticket.scheduling;

import java.time.Clock;
import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import vn.busticket.shared.VietnamTime;

/** Keeps three months' partitions of every log ahead, and drops those that have been emptied. */
@DisallowConcurrentExecution
class KeepLogsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(KeepLogsJob.class);
    private static final int MONTHS_AHEAD = 3;

    private final List<MonthlyLog> logs;
    private final LogMonths months;
    private final Clock clock;

    KeepLogsJob(List<MonthlyLog> logs, LogMonths months, Clock clock) {
        this.logs = logs;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        logs.forEach(this::keep);
    }

    private void keep(MonthlyLog table) {
        var now = clock.instant();
        var today = VietnamTime.dayOf(now);
        try {
            months.make(table, today, today.plusMonths(MONTHS_AHEAD));
            for (var dropped : months.dropEmptied(table, now)) {
                log.info("emptied month of a log dropped partition={}", dropped);
            }
        } catch (PessimisticLockingFailureException inUse) {
            log.info("log is in use, its months have to wait table={}", table.table());
        }
    }
}
