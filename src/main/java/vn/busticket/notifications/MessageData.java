package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.DataSubject;
import vn.busticket.accounts.PersonalData;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingsAnonymised;
import vn.busticket.shared.SqlTime;

/** Where messages to a person went. Their words are stored nowhere: they follow from the cause. */
@Component
class MessageData implements PersonalData {

    /** What is not sent yet is about something that is over. */
    private static final String OVERTAKEN =
            """
            update notification
               set state = 'OVERTAKEN', next_attempt_at = null, finished_at = :now
             where state = 'QUEUED' and
            """;

    private static final String ANSWERS =
            """
            update notification_attempt
               set answer = null
             where answer is not null and notification_id in (select id from notification where
            """;

    private static final String RECIPIENTS =
            "update notification set recipient = null where recipient is not null and ";

    private static final String OF_ACCOUNT = "account_id = :account";
    private static final String OF_BOOKINGS = "booking_id in (:bookings)";

    private final JdbcClient database;
    private final Clock clock;

    MessageData(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Map<String, Object>> of(DataSubject person) {
        return database.sql(
                        """
                        select kind, channel, state, created_at, coalesce(recipient, account_email) as recipient
                          from notification
                         where account_id = :account or recipient = :email
                         order by created_at, id
                        """)
                .param("account", person.account().value())
                .param("email", person.email().value())
                .query((row, number) -> message(row))
                .list();
    }

    @Override
    public Optional<String> stillNeededFor(DataSubject person) {
        return Optional.empty();
    }

    @Override
    public void erase(DataSubject person) {
        for (var forgetting :
                List.of(
                        OVERTAKEN + OF_ACCOUNT,
                        ANSWERS + OF_ACCOUNT + ")",
                        RECIPIENTS + OF_ACCOUNT,
                        RECIPIENTS + "recipient = :email",
                        """
                        update notification
                           set account_email = 'erased@busticket.invalid', dedupe_key = 'erased:' || id
                         where account_id = :account
                        """,
                        "delete from suppression where address = :email")) {
            database.sql(forgetting)
                    .param("account", person.account().value())
                    .param("email", person.email().value())
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        }
    }

    @EventListener
    void on(BookingsAnonymised anonymised) {
        var bookings = anonymised.bookings().stream().map(BookingId::value).toList();
        for (var forgetting :
                List.of(
                        OVERTAKEN + OF_BOOKINGS,
                        ANSWERS + OF_BOOKINGS + ")",
                        RECIPIENTS + OF_BOOKINGS)) {
            database.sql(forgetting)
                    .param("bookings", bookings)
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        }
    }

    private static Map<String, Object> message(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        values.put("kind", row.getString("kind"));
        values.put("channel", row.getString("channel"));
        values.put("state", row.getString("state"));
        values.put("at", SqlTime.instant(row, "created_at"));
        Optional.ofNullable(row.getString("recipient"))
                .ifPresent(recipient -> values.put("recipient", recipient));
        return values;
    }
}
