package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.DataSubject;
import vn.busticket.accounts.PersonalData;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PayerPrivacy;
import vn.busticket.shared.SqlTime;

/** The bookings of a person. */
@Component
class BookingData implements PersonalData {

    private final JdbcClient database;
    private final PayerPrivacy payers;
    private final Anonymisation anonymisation;
    private final Clock clock;

    BookingData(
            JdbcClient database, PayerPrivacy payers, Anonymisation anonymisation, Clock clock) {
        this.database = database;
        this.payers = payers;
        this.anonymisation = anonymisation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public List<Map<String, Object>> of(DataSubject person) {
        return database.sql(
                        """
                        select b.id, b.code, b.state, b.placed_at, b.departs_at, b.contact_name, b.contact_phone,
                               b.contact_email, b.total_vnd,
                               (select string_agg(p.seat_label || ' ' || p.full_name, ', ' order by p.seat_label)
                                  from booking_passenger p where p.booking_id = b.id) as passengers
                          from booking b
                         where b.account_id = :account
                         order by b.placed_at, b.id
                        """)
                .param("account", person.account().value())
                .query((row, number) -> booking(row))
                .list();
    }

    @Override
    public Optional<String> stillNeededFor(DataSubject person) {
        var isTravelling =
                database.sql(
                                """
                                select exists (select from booking
                                                where account_id = :account
                                                  and state in ('AWAITING_PAYMENT', 'CONFIRMED'))
                                """)
                        .param("account", person.account().value())
                        .query(Boolean.class)
                        .single();
        if (isTravelling) {
            return Optional.of("privacy.refused.trip");
        }
        var payables = all(person).stream().map(id -> new PayableId(id.value())).toList();
        return payers.underWay(payables).isEmpty()
                ? Optional.empty()
                : Optional.of("privacy.refused.refund");
    }

    @Override
    public void erase(DataSubject person) {
        anonymisation.of(all(person), clock.instant());
    }

    /** Locked in the same order by everybody. */
    private List<BookingId> all(DataSubject person) {
        return database.sql(
                        "select id from booking where account_id = :account order by id for update")
                .param("account", person.account().value())
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }

    private Map<String, Object> booking(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", row.getString("code"));
        values.put("state", row.getString("state"));
        values.put("placed", SqlTime.instant(row, "placed_at"));
        values.put("departs", SqlTime.instant(row, "departs_at"));
        values.put("name", row.getString("contact_name"));
        values.put("phone", row.getString("contact_phone"));
        values.put("email", row.getString("contact_email"));
        values.put("passengers", row.getString("passengers"));
        values.put("amountVnd", row.getLong("total_vnd"));
        values.put("transfers", payers.transfers(new PayableId(row.getLong("id"))));
        return values;
    }
}
