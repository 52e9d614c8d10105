package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Goes on with the comparison of the books that was started, as far as the gateway may be called.
 */
@DisallowConcurrentExecution
class ContinueReconciliationJob implements Job {

    private static final int MOST_STEPS = 50;

    private final ReconciliationStep reconciliation;

    ContinueReconciliationJob(ReconciliationStep reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var steps = 1;
        while (reconciliation.step() && steps < MOST_STEPS) {
            steps++;
        }
    }
}
