package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.shared.SqlTime;

/** The outbox as the sender sees it; what comes into it, {@link Outbox} puts there. */
@Repository
class NotificationRepository {

    private final JdbcClient database;

    NotificationRepository(JdbcClient database) {
        this.database = database;
    }

}
