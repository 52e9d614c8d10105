package vn.busticket.analytics;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.shared.VietnamTime;

/** Proves the sums of the last weeks and of the trips on sale, and mends what differs. */
@DisallowConcurrentExecution
class ProveSalesJob implements Job {

    private static final int DAYS_BACK = 40;
    private static final int DAYS_AHEAD = 60;

    private final SalesRepair repair;
    private final Clock clock;

    ProveSalesJob(SalesRepair repair, Clock clock) {
        this.repair = repair;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var today = VietnamTime.dayOf(clock.instant());
        repair.mend(new Period(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
    }
}
