package vn.busticket.notifications;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.analytics.ReportDue;
import vn.busticket.analytics.ReportRecipientId;
import vn.busticket.scheduling.JobWaker;
import vn.busticket.shared.SqlTime;

/** Queues reports that are due, a message for each reader, and wakes the sender. */
@Component
class ReportListener {

    private final JdbcClient database;
    private final JobWaker waker;
    private final Clock clock;

    ReportListener(JdbcClient database, JobWaker waker, Clock clock) {
        this.database = database;
        this.waker = waker;
        this.clock = clock;
    }

    @EventListener
    void on(ReportDue due) {
        database.sql(
                        """
                        insert into notification
                               (kind, channel, report_run_id, report_recipient_id, dedupe_key, state, created_at,
                                next_attempt_at)
                        select 'REPORT', 'EMAIL', :run, reader, 'report:' || :run || ':' || reader, 'QUEUED', :now, :now
                          from unnest(cast(:readers as bigint[])) as reader
                        on conflict (dedupe_key) do nothing
                        """)
                .param("run", due.run().value())
                .param(
                        "readers",
                        due.recipients().stream()
                                .map(ReportRecipientId::value)
                                .toArray(Long[]::new))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    @TransactionalEventListener(ReportDue.class)
    void wakeAfter() {
        waker.wake(SendNotificationsJob.class);
    }
}
