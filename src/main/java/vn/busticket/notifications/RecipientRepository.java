package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/** Reads whom messages go to, and whether mail comes back from there: one statement. */
@Repository
class RecipientRepository {

    private final JdbcClient database;

    RecipientRepository(JdbcClient database) {
        this.database = database;
    }

    /** Whom the messages of some bookings go to. */
    Map<BookingId, Recipient> of(List<BookingId> bookings) {
        var recipients = new HashMap<BookingId, Recipient>();
        database.sql(
                        """
                        select r.booking_id, r.contact_email, r.account_id, r.departs_at, r.trip_runs, s.reason
                          from booking_recipient r
                          left join suppression s on s.address = lower(r.contact_email)
                                                 and s.since is not null and s.lifted_at is null
                         where r.booking_id = any(:bookings)
                        """)
                .param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .query(row -> {
                    recipients.put(new BookingId(row.getLong("booking_id")), recipient(row));
                });
        return recipients;
    }

    /** Why an address takes no mail; null if it does. */
    @Nullable SuppressionReason reasonAgainst(String address) {
        return database.sql(
                        """
                        select reason
                          from suppression
                         where address = :address and since is not null and lifted_at is null
                        """)
                .param("address", EmailAddress.normalized(address))
                .query((row, number) -> SuppressionReason.valueOf(row.getString("reason")))
                .optional()
                .orElse(null);
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        var reason = row.getString("reason");
        return new Recipient(
                row.getString("contact_email"),
                account == null ? null : new AccountId(account),
                SqlTime.instant(row, "departs_at"),
                row.getBoolean("trip_runs"),
                reason == null ? null : SuppressionReason.valueOf(reason));
    }
}
