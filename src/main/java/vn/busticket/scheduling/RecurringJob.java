package vn.busticket.scheduling;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import vn.busticket.shared.VietnamTime;

/**
 * Declares a job that runs again and again, once in the whole cluster; a module has one such bean
 * for each of its jobs.
 *
 * @param job the class of the job, made with constructor injection for each run
 * @param cron when it runs, in Quartz' form with seconds, in Vietnam's time
 */
public record RecurringJob(Class<? extends Job> job, String cron) {

    /**
     * A job that runs whenever the cron expression says so; runs that were missed are not made up
     * for.
     */
    public static RecurringJob every(Class<? extends Job> job, String cron) {
        return new RecurringJob(job, cron);
    }

    static JobKey keyOf(Class<? extends Job> job) {
        return JobKey.jobKey(job.getSimpleName());
    }

    JobKey key() {
        return keyOf(job);
    }

    JobDetail detail() {
        return JobBuilder.newJob(job).withIdentity(key()).storeDurably().build();
    }

    CronTrigger trigger() {
        var schedule =
                CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone(VietnamTime.ZONE))
                        .withMisfireHandlingInstructionDoNothing();
        return TriggerBuilder.newTrigger()
                .withIdentity(TriggerKey.triggerKey(job.getSimpleName()))
                .forJob(key())
                .withSchedule(schedule)
                .build();
    }
}
