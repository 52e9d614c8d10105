package vn.busticket.scheduling;

import java.util.List;
import org.quartz.CronTrigger;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts every declared job into the scheduler's tables before the scheduler starts; a changed time
 * replaces the stored one.
 */
@Component
class JobRegistrar implements SmartInitializingSingleton {

    private final Scheduler scheduler;
    private final TransactionTemplate transaction;
    private final List<RecurringJob> jobs;

    JobRegistrar(Scheduler scheduler, TransactionTemplate transaction, List<RecurringJob> jobs) {
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.jobs = List.copyOf(jobs);
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var job : jobs) {
            transaction.executeWithoutResult(status -> register(job));
        }
    }

    private void register(RecurringJob job) {
        try {
            store(job);
        } catch (SchedulerException refused) {
            throw new IllegalStateException(
                    "The job " + job.key().getName() + " cannot be scheduled", refused);
        }
    }

    private void store(RecurringJob job) throws SchedulerException {
        scheduler.addJob(job.detail(), true);
        var wanted = job.trigger();
        var stored = scheduler.getTrigger(wanted.getKey());
        if (stored == null) {
            scheduleUnlessAnotherNodeDid(wanted);
        } else if (!(stored instanceof CronTrigger cron)
                || !cron.getCronExpression().equals(job.cron())) {
            scheduler.rescheduleJob(wanted.getKey(), wanted);
        }
    }

    private void scheduleUnlessAnotherNodeDid(CronTrigger wanted) throws SchedulerException {
        try {
            scheduler.scheduleJob(wanted);
        } catch (ObjectAlreadyExistsException startedTogether) {
            // Two nodes that start at once declare the same trigger; the other one's is as good.
            return;
        }
    }
}
