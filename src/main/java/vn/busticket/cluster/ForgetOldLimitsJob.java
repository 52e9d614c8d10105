package vn.busticket.cluster;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Deletes the counts of limits that are full again. */
@DisallowConcurrentExecution
class ForgetOldLimitsJob implements Job {

    private final SharedLimits limits;

    ForgetOldLimitsJob(SharedLimits limits) {
        this.limits = limits;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var forgotten = limits.forgetOld();
        while (forgotten > 0) {
            forgotten = limits.forgetOld();
        }
    }
}
