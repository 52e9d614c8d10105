package vn.busticket.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.analytics.ReportRunId;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.SqlTime;

/** Reads what people were told. */
@Component
public class NotificationQueries {

    private final JdbcClient database;

    NotificationQueries(JdbcClient database) {
        this.database = database;
    }

    /** The messages about a booking, oldest first. */
    public List<Line> about(BookingId booking) {
        return database.sql(
                        """
                        select kind, state, attempts, created_at, finished_at, reason
                          from notification
                         where booking_id = :booking
                         order by id
                        """)
                .param("booking", booking.value())
                .query((row, number) ->
                        new Line(
                                NotificationKind.valueOf(row.getString("kind")),
                                NotificationState.valueOf(row.getString("state")),
                                row.getInt("attempts"),
                                SqlTime.instant(row, "created_at"),
                                SqlTime.optionalInstant(row, "finished_at"),
                                Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    /** How the mails of reports stand, by the time at which they were due; none where none was. */
    public Map<ReportRunId, List<NotificationState>> ofReports(Collection<ReportRunId> runs) {
        var states = new HashMap<ReportRunId, List<NotificationState>>();
        database.sql(
                        """
                        select report_run_id, state
                          from notification
                         where report_run_id = any(:runs)
                         order by id
                        """)
                .param("runs", runs.stream().map(ReportRunId::value).toArray(Long[]::new))
                .query(
                        (RowCallbackHandler)
                                row ->
                                        states.computeIfAbsent(
                                                        new ReportRunId(
                                                                row.getLong("report_run_id")),
                                                        _ -> new ArrayList<>())
                                                .add(
                                                        NotificationState.valueOf(
                                                                row.getString("state"))));
        return states;
    }

    /**
     * One message.
     *
     * @param attempts how often it was tried
     * @param reason why it was not sent, or not at the last attempt
     */
    public record Line(
            NotificationKind kind,
            NotificationState state,
            int attempts,
            Instant createdAt,
            Optional<Instant> finishedAt,
            Optional<String> reason) {}
}
