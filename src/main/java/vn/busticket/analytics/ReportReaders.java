package vn.busticket.analytics;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/** Who reads a report that is sent by itself, and whether they still want it. */
@Component
public class ReportReaders {

    private final JdbcClient database;
    private final Clock clock;

    ReportReaders(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The address of a reader; empty if there is none any more. */
    public Optional<EmailAddress> address(ReportRecipientId reader) {
        return database.sql("select address from report_recipient where id = :id")
                .param("id", reader.value())
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    /** The address of a reader who still wants it, while it is still sent at all. */
    public Optional<EmailAddress> wanting(ReportRecipientId reader) {
        return database.sql(
                        """
                        select r.address
                          from report_recipient r
                          join report_schedule s on s.id = r.schedule_id
                         where r.id = :id and r.stopped_at is null and s.stopped_at is null
                        """)
                .param("id", reader.value())
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    /** True for a reader who said that it shall not come any more. */
    public boolean isUnsubscribed(ReportRecipientId reader) {
        return database.sql(
                        """
                        select exists (select from report_recipient where id = :id and stopped_at is not null)
                        """)
                .param("id", reader.value())
                .query(Boolean.class)
                .single();
    }

    /** Sends it to this reader no more; may be repeated. */
    @Transactional
    public void unsubscribe(ReportRecipientId reader) {
        database.sql(
                        """
                        update report_recipient set stopped_at = :now where id = :id and stopped_at is null
                        """)
                .param("id", reader.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Sends it to this reader again; may be repeated. */
    @Transactional
    public void subscribeAgain(ReportRecipientId reader) {
        database.sql("update report_recipient set stopped_at = null where id = :id")
                .param("id", reader.value())
                .update();
    }

    /** All who want a report. */
    List<ReportRecipientId> of(ReportScheduleId schedule) {
        return database.sql(
                        """
                        select id from report_recipient
                         where schedule_id = :schedule and stopped_at is null
                         order by id
                        """)
                .param("schedule", schedule.value())
                .query((row, _) -> new ReportRecipientId(row.getLong("id")))
                .list();
    }
}
