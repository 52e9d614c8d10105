package vn.busticket.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/** Quartz measures nothing itself; its listeners do, in a scheduler that really runs. */
@Tag("P10.1")
class JobMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SchedulerFactoryBean factory = new SchedulerFactoryBean();

    /** Does its work. */
    public static final class WorkingJob implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            // Done.
        }
    }

    /** Has a defect. */
    public static final class FailingJob implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            throw new IllegalStateException("a defect");
        }
    }

    private static final List<RecurringJob> JOBS =
            List.of(
                    RecurringJob.every(WorkingJob.class, "0 0 0 1 1 ?"),
                    RecurringJob.every(FailingJob.class, "0 0 0 1 1 ?"));

    @BeforeEach
    void start() throws Exception {
        var settings = new Properties();
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        factory.setQuartzProperties(settings);
        new JobMetrics(meters, JOBS).customize(factory);
        factory.afterPropertiesSet();
        for (var job : JOBS) {
            scheduler().scheduleJob(job.detail(), job.trigger());
        }
        scheduler().start();
    }

    @AfterEach
    void stop() throws Exception {
        factory.destroy();
    }

    @Test
    void showsEveryJobBeforeItsFirstRun() {
        assertThat(runs("FailingJob", JobMetrics.Outcome.FAILED)).isZero();
        assertThat(misfires("WorkingJob")).isZero();
    }

    @Test
    void timesRunsAndCountsFailures() throws Exception {
        scheduler().triggerJob(RecurringJob.keyOf(WorkingJob.class));
        scheduler().triggerJob(RecurringJob.keyOf(FailingJob.class));
        await().atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        runs("WorkingJob", JobMetrics.Outcome.DONE) == 1
                                && runs("FailingJob", JobMetrics.Outcome.FAILED) == 1);
        assertThat(runs("WorkingJob", JobMetrics.Outcome.FAILED)).isZero();
        assertThat(runs("FailingJob", JobMetrics.Outcome.DONE)).isZero();
    }

    @Test
    void countsRunsThatCameTooLate() throws Exception {
        var trigger = JOBS.getFirst().trigger();
        for (var listener : scheduler().getListenerManager().getTriggerListeners()) {
            listener.triggerMisfired(trigger);
        }
        assertThat(misfires("WorkingJob")).isEqualTo(1);
    }

    private Scheduler scheduler() {
        return factory.getScheduler();
    }

    private long runs(String job, JobMetrics.Outcome outcome) {
        return meters.get("busticket.jobs")
                .tags("name", job, "outcome", outcome.name())
                .timer()
                .count();
    }

    private double misfires(String job) {
        return meters.get("busticket.jobs.misfires").tag("name", job).counter().count();
    }
}
