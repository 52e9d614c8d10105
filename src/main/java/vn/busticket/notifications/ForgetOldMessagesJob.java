package vn.busticket.notifications;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Deletes messages that ended long ago, and what was tried with them, in batches. */
@DisallowConcurrentExecution
class ForgetOldMessagesJob implements Job {

    private static final int BATCH = 1_000;

    private final OutboxCare outbox;
    private final OutboxProperties properties;
    private final Clock clock;

    ForgetOldMessagesJob(OutboxCare outbox, OutboxProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        outbox.forgetErased();
        var before = clock.instant().minus(properties.keptFor());
        var forgotten = outbox.forget(before, BATCH);
        while (forgotten > 0) {
            forgotten = outbox.forget(before, BATCH);
        }
    }
}
