package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.DisruptionId;

/**
 * Takes in what an operator did to a trip that still runs, in the transaction that does it: each
 * booking is told once of each deed, however many there are of both.
 */
@Repository
class DisruptionOutbox {

    private final JdbcClient database;
    private final Channels channels;

    DisruptionOutbox(JdbcClient database, Channels channels) {
        this.database = database;
        this.channels = channels;
    }

    void queue(DisruptionId disruption, List<BookingId> bookings, Instant now) {
        var ways = channels.of(NotificationKind.TRIP_MOVED);
        database.sql(
                        """
                        insert into notification
                               (kind, channel, booking_id, subject_id, dedupe_key, state, created_at,
                                next_attempt_at)
                        select 'TRIP_MOVED', channel, booking, :disruption,
                               'trip_moved:' || booking || ':' || :disruption
                                   || case channel when 'SMS' then ':sms' else '' end,
                               'QUEUED', :now, :now
                          from unnest(cast(:bookings as bigint[])) as booking
                         cross join unnest(cast(:channels as text[])) as channel
                        on conflict (dedupe_key) do nothing
                        """)
                .param("disruption", disruption.value())
                .param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .param("channels", ways.stream().map(Channel::name).toArray(String[]::new))
                .param("now", SqlTime.of(now))
                .update();
    }
}
