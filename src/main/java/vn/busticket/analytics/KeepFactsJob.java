package vn.busticket.analytics;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.shared.VietnamTime;

/** Keeps three months' partitions ahead, and notes which trips have left sold out. */
@DisallowConcurrentExecution
class KeepFactsJob implements Job {

    private static final int MONTHS_AHEAD = 3;

    private final SalesUpkeep upkeep;
    private final Clock clock;

    KeepFactsJob(SalesUpkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var now = clock.instant();
        var today = VietnamTime.dayOf(now);
        upkeep.makeMonths(today, today.plusMonths(MONTHS_AHEAD));
        upkeep.countSoldOut(now);
    }
}
