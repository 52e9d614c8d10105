package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/** What visitors have typed and chosen so far to change a booking; a day old at most. */
@Repository
@Transactional
public class ChangeDrafts {

    private static final int LONGEST_FIELD = 300;
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final TypeReference<Map<String, String>> BY_SEAT = new TypeReference<>() {};

    private static final TypeReference<Set<String>> SEATS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    ChangeDrafts(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What this visitor has chosen for a booking, unless the booking has other seats by now; else
     * the booking as it is.
     */
    public ChangeDraft of(BookingDetails booking, VisitorId visitor) {
        var unchanged = ChangeDraft.of(booking);
        return find(booking.id(), visitor)
                .filter(draft ->
                        draft.details()
                                .passengers()
                                .keySet()
                                .equals(unchanged.details().passengers().keySet()))
                .orElse(unchanged);
    }

    /** Keeps what this visitor has chosen; may be repeated. */
    public void keep(BookingId booking, VisitorId visitor, ChangeDraft draft) {
        database.sql(
                        """
                        insert into booking_change_draft (booking_id, visitor_id, trip_id, contact_name, contact_phone,
                                                          contact_email, passengers, staying, seats, updated_at)
                        values (:booking, :visitor, :trip, :name, :phone, :email, cast(:passengers as jsonb),
                                cast(:staying as jsonb), cast(:seats as jsonb), :now)
                        on conflict (booking_id, visitor_id) do update
                        set trip_id = excluded.trip_id, contact_name = excluded.contact_name,
                            contact_phone = excluded.contact_phone, contact_email = excluded.contact_email,
                            passengers = excluded.passengers, staying = excluded.staying, seats = excluded.seats,
                            updated_at = excluded.updated_at
                        """)
                .param("booking", booking.value())
                .param("visitor", visitor.value())
                .param("trip", draft.trip().value())
                .param("name", storable(draft.details().contactName()))
                .param("phone", storable(draft.details().contactPhone()))
                .param("email", storable(draft.details().contactEmail()))
                .param(
                        "passengers",
                        json.writeValueAsString(storable(draft.details().passengers())))
                .param("staying", json.writeValueAsString(draft.staying()))
                .param("seats", json.writeValueAsString(draft.seats()))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Forgets what anybody has chosen for a booking, because it is another one now. */
    public void forget(BookingId booking) {
        database.sql("delete from booking_change_draft where booking_id = :booking")
                .param("booking", booking.value())
                .update();
    }

    /** Forgets what nobody has come back to. */
    void forgetOld() {
        database.sql("delete from booking_change_draft where updated_at <= :old")
                .param("old", SqlTime.of(clock.instant().minus(KEPT_FOR)))
                .update();
    }

    private Optional<ChangeDraft> find(BookingId booking, VisitorId visitor) {
        return database.sql(
                        """
                        select trip_id, contact_name, contact_phone, contact_email, passengers, staying, seats
                        from booking_change_draft
                        where booking_id = :booking and visitor_id = :visitor
                        """)
                .param("booking", booking.value())
                .param("visitor", visitor.value())
                .query((row, number) -> draft(row))
                .optional();
    }

    private ChangeDraft draft(ResultSet row) throws SQLException {
        return new ChangeDraft(
                new CheckoutDraft(
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        json.readValue(row.getString("passengers"), BY_SEAT)),
                new TripId(row.getLong("trip_id")),
                json.readValue(row.getString("staying"), SEATS),
                json.readValue(row.getString("seats"), BY_SEAT));
    }

    private static Map<String, String> storable(Map<String, String> names) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> storable(name.getValue())));
    }

    /** PostgreSQL stores no zero character, and nobody types a novel into a field. */
    private static String storable(String typed) {
        var text = typed.replace("\0", "");
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD);
    }
}
