package vn.busticket.scheduling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a job ahead of its time because there is something to do; a lost call costs only the wait
 * until its regular time.
 */
@Component
public class JobWaker {

    private static final Logger log = LoggerFactory.getLogger(JobWaker.class);
    private static final long QUIET_NANOS = 200_000_000L;

    private final Scheduler scheduler;
    private final TransactionTemplate transaction;
    private final Map<Class<? extends Job>, Calls> calls = new ConcurrentHashMap<>();

    JobWaker(Scheduler scheduler, TransactionTemplate transaction) {
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /**
     * Asks for a run: at once, or 200 ms after the last one; calls until then are answered by that
     * same run, which begins after them. Call it after the commit that made the work.
     *
     * @param job a job declared by a {@link RecurringJob}
     */
    public void wake(Class<? extends Job> job) {
        var ofJob = calls.computeIfAbsent(job, unused -> new Calls());
        if (ofJob.waiting.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                ofJob.awaitQuiet();
                trigger(job);
            });
        }
    }

    private void trigger(Class<? extends Job> job) {
        try {
            transaction.executeWithoutResult(status -> triggerOrUndo(job, status));
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "job not woken job={} reason={}",
                    job.getSimpleName(),
                    away.getClass().getSimpleName());
        }
    }

    /**
     * A trigger has rows in two tables: whoever saw only the first would fail, and the call be
     * lost.
     */
    private void triggerOrUndo(Class<? extends Job> job, TransactionStatus status) {
        try {
            if (scheduler.isStarted() && !scheduler.isShutdown()) {
                scheduler.triggerJob(RecurringJob.keyOf(job));
            }
        } catch (SchedulerException refused) {
            status.setRollbackOnly();
            log.warn("job not woken job={} reason={}", job.getSimpleName(), refused.getMessage());
        }
    }

    /** The calls for one job; one thread at a time waits with them. */
    private static final class Calls {

        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile long lastRunNanos = System.nanoTime() - QUIET_NANOS;

        void awaitQuiet() {
            var end = lastRunNanos + QUIET_NANOS;
            for (var rest = end - System.nanoTime(); rest > 0; rest = end - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            lastRunNanos = System.nanoTime();
            waiting.set(false);
        }
    }
}
