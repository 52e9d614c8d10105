package vn.busticket.bookings;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.SqlTime;

/** Which visitors have shown that they may open which bookings. */
@Repository
class GrantRepository {

    private final JdbcClient database;

    GrantRepository(JdbcClient database) {
        this.database = database;
    }

    void grant(VisitorId visitor, BookingId booking, Instant now) {
        database.sql(
                        """
                        insert into booking_grant (visitor_id, booking_id, granted_at)
                        values (:visitor, :booking, :now)
                        on conflict (visitor_id, booking_id) do nothing
                        """)
                .param("visitor", visitor.value())
                .param("booking", booking.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Whoever may open the one may open the other too. */
    void share(BookingId booking, BookingId other) {
        database.sql(
                        """
                        insert into booking_grant (visitor_id, booking_id, granted_at)
                        select visitor_id, :other, granted_at
                          from booking_grant
                         where booking_id = :booking
                        on conflict (visitor_id, booking_id) do nothing
                        """)
                .param("booking", booking.value())
                .param("other", other.value())
                .update();
    }

    boolean isGranted(VisitorId visitor, BookingId booking) {
        return database.sql(
                        """
                        select exists (select from booking_grant
                                       where visitor_id = :visitor and booking_id = :booking)
                        """)
                .param("visitor", visitor.value())
                .param("booking", booking.value())
                .query(Boolean.class)
                .single();
    }
}
