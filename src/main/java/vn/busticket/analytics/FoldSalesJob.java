package vn.busticket.analytics;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Adds what was sold, changed and given back to the sums, so that the tail stays short. */
@DisallowConcurrentExecution
class FoldSalesJob implements Job {

    private final SalesRollUp rollUp;

    FoldSalesJob(SalesRollUp rollUp) {
        this.rollUp = rollUp;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (rollUp.fold()) {
            // Each batch is a transaction of its own.
        }
    }
}
