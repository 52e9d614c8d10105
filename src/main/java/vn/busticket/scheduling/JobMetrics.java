package vn.busticket.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Trigger;
import org.quartz.listeners.JobListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.stereotype.Component;

/**
 * Times the runs of jobs on this node and counts those that failed and those that came too late to
 * be made up for; Quartz measures nothing itself.
 */
@Component
class JobMetrics implements SchedulerFactoryBeanCustomizer {

    private final MeterRegistry meters;

    /** Every job has its figures from the start, so that its first failure is seen as a rise. */
    JobMetrics(MeterRegistry meters, List<RecurringJob> jobs) {
        this.meters = meters;
        for (var job : jobs) {
            for (var outcome : Outcome.values()) {
                meters.timer(
                        "busticket.jobs", "name", job.key().getName(), "outcome", outcome.name());
            }
            meters.counter("busticket.jobs.misfires", "name", job.key().getName());
        }
    }

    /** How a run ended. */
    enum Outcome {
        /** To its end. */
        DONE,
        /** With an exception. */
        FAILED
    }

    @Override
    public void customize(SchedulerFactoryBean scheduler) {
        scheduler.setGlobalJobListeners(new Runs());
        scheduler.setGlobalTriggerListeners(new Misfires());
    }

    void ran(String job, Outcome outcome, Duration time) {
        meters.timer("busticket.jobs", "name", job, "outcome", outcome.name()).record(time);
    }

    void misfired(String job) {
        meters.counter("busticket.jobs.misfires", "name", job).increment();
    }

    private final class Runs extends JobListenerSupport {

        @Override
        public String getName() {
            return "runs";
        }

        @Override
        public void jobWasExecuted(
                JobExecutionContext run, @Nullable JobExecutionException failure) {
            ran(
                    run.getJobDetail().getKey().getName(),
                    failure == null ? Outcome.DONE : Outcome.FAILED,
                    Duration.ofMillis(run.getJobRunTime()));
        }
    }

    private final class Misfires extends TriggerListenerSupport {

        @Override
        public String getName() {
            return "misfires";
        }

        @Override
        public void triggerMisfired(Trigger trigger) {
            misfired(trigger.getJobKey().getName());
        }
    }
}
