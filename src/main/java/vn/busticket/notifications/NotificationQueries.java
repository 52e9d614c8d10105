package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
