package vn.busticket.notifications;

import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.scheduling.JobWaker;
import vn.busticket.shared.SqlTime;

/**
 * Lets staff send a message again: as a new one with a number of its own, because mail programs
 * drop what they have had already. The first keeps its log.
 */
@Component
public class SendAgain {

    private final JdbcClient database;
    private final AuditLog audit;
    private final JobWaker waker;
    private final Clock clock;

    SendAgain(JdbcClient database, AuditLog audit, JobWaker waker, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * Queues it once more, in words that are true now. The deed stands in the audit log.
     *
     * @param message number of a message that was sent, refused or given up
     * @throws AgainNotPossible if it still waits, is not wanted, or was sent again already
     */
    @Transactional
    public void send(long message, AccountId staff) {
        var another =
                database.sql(
                                """
                                insert into notification
                                       (kind, channel, booking_id, account_id, subject_id, outcome, report_run_id,
                                        report_recipient_id, dedupe_key, state, created_at, next_attempt_at, again_of)
                                select kind, channel, booking_id, account_id, subject_id, outcome, report_run_id,
                                       report_recipient_id, 'again:' || id, 'QUEUED', :now, :now, id
                                  from notification
                                 where id = :id and state in ('SENT', 'REJECTED', 'GIVEN_UP')
                                on conflict (dedupe_key) do nothing
                                returning id
                                """)
                        .param("id", message)
                        .param("now", SqlTime.of(clock.instant()))
                        .query(Long.class)
                        .optional()
                        .orElseThrow(AgainNotPossible::new);
        audit.record(
                staff,
                "notification.sent-again",
                "notification " + message,
                null,
                Map.of("again", another));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        waker.wake(SendNotificationsJob.class);
                    }
                });
    }
}
