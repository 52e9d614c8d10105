package vn.busticket.scheduling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs a job ahead of its time because there is something to do; a lost call costs only the wait
 * until its regular time.
 */
@Component
public class JobWaker {

    private static final Logger log = LoggerFactory.getLogger(JobWaker.class);
    private static final long QUIET_NANOS = 200_000_000L;

    private final Scheduler scheduler;
    private final Map<Class<? extends Job>, AtomicLong> lastCalls = new ConcurrentHashMap<>();

    JobWaker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Asks for a run now; calls within 200 ms of the last one are dropped. Call it after the commit
     * that made the work.
     *
     * @param job a job declared by a {@link RecurringJob}
     */
    public void wake(Class<? extends Job> job) {
        if (!isFirstInAWhile(job)) {
            return;
        }
        Thread.startVirtualThread(() -> trigger(job));
    }

    private boolean isFirstInAWhile(Class<? extends Job> job) {
        var last =
                lastCalls.computeIfAbsent(
                        job, unused -> new AtomicLong(System.nanoTime() - 2 * QUIET_NANOS));
        var previous = last.get();
        var now = System.nanoTime();
        return now - previous > QUIET_NANOS && last.compareAndSet(previous, now);
    }

    private void trigger(Class<? extends Job> job) {
        try {
            if (scheduler.isStarted() && !scheduler.isShutdown()) {
                scheduler.triggerJob(RecurringJob.keyOf(job));
            }
        } catch (SchedulerException refused) {
            log.warn("job not woken job={} reason={}", job.getSimpleName(), refused.getMessage());
        }
    }
}
