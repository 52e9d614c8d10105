package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.SqlTime;

/** What visitors have typed at checkout. */
@Repository
class DraftRepository {

    private static final int LONGEST_FIELD = 300;
    private static final int MOST_PASSENGERS = 20;
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    DraftRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<CheckoutDraft> find(HoldId hold) {
        return database.sql(
                        """
                        select contact_name, contact_phone, contact_email, passengers
                        from checkout_draft
                        where hold_id = :hold
                        """)
                .param("hold", hold.value())
                .query((row, number) -> draft(row))
                .optional();
    }

    void save(HoldId hold, VisitorId visitor, CheckoutDraft draft, Instant now) {
        var passengers = new HashMap<String, String>();
        draft.passengers().entrySet().stream()
                .limit(MOST_PASSENGERS)
                .forEach(name -> passengers.put(name.getKey(), storable(name.getValue())));
        database.sql(
                        """
                        insert into checkout_draft (hold_id, visitor_id, contact_name, contact_phone, contact_email,
                                                    passengers, updated_at)
                        values (:hold, :visitor, :name, :phone, :email, cast(:passengers as jsonb), :now)
                        on conflict (hold_id) do update
                        set contact_name = excluded.contact_name, contact_phone = excluded.contact_phone,
                            contact_email = excluded.contact_email, passengers = excluded.passengers,
                            updated_at = excluded.updated_at
                        """)
                .param("hold", hold.value())
                .param("visitor", visitor.value())
                .param("name", storable(draft.contactName()))
                .param("phone", storable(draft.contactPhone()))
                .param("email", storable(draft.contactEmail()))
                .param("passengers", json.writeValueAsString(passengers))
                .param("now", SqlTime.of(now))
                .update();
    }

    void delete(HoldId hold) {
        database.sql("delete from checkout_draft where hold_id = :hold")
                .param("hold", hold.value())
                .update();
    }

    private CheckoutDraft draft(ResultSet row) throws SQLException {
        return new CheckoutDraft(
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getString("contact_email"),
                json.readValue(row.getString("passengers"), NAMES));
    }

    /** PostgreSQL stores no zero character, and nobody types a novel into a field. */
    private static String storable(String typed) {
        var text = typed.replace("\0", "");
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD);
    }
}
