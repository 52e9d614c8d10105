package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Starts the comparison of the last days, every night. */
@DisallowConcurrentExecution
class ReconcileNightlyJob implements Job {

    private final Reconciliation reconciliation;

    ReconcileNightlyJob(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var unused = reconciliation.runNightly();
    }
}
