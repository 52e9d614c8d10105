package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Reads whole bookings by their ids: one statement for all of them and their passengers. */
@Repository
class BookingReader {

    private final JdbcClient database;
    private final Trips trips;
    private final JsonMapper json;

    BookingReader(JdbcClient database, Trips trips, JsonMapper json) {
        this.database = database;
        this.trips = trips;
        this.json = json;
    }

    /** The bookings of those ids, in that order; what does not exist is left out. */
    List<BookingDetails> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql(
                        """
                        select id, code, access_token, hold_id, trip_id, from_sequence, to_sequence, departs_at,
                               arrives_at, contact_name, contact_phone, contact_email, language, account_id, state,
                               total_vnd, fees_vnd, policy, payment_deadline, held_until, placed_at, confirmed_at, expired_at,
                               (select array_agg(array[p.id::text, p.seat_label, p.seat_class, p.full_name,
                                                       p.price_vnd::text, p.state] order by p.seat_label)
                                from booking_passenger p
                                where p.booking_id = booking.id) as passengers,
                               (select coalesce(t.plate, bus.plate)
                                from trip t left join bus on bus.id = t.bus_id
                                where t.id = booking.trip_id) as plate
                        from booking
                        where id = any(:ids)
                        order by array_position(:ids, id)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> booking(row))
                .list();
    }

    private static List<PassengerDetails> passengers(ResultSet row) throws SQLException {
        var passengers = row.getArray("passengers");
        return passengers == null
                ? List.of()
                : Arrays.stream((String[][]) passengers.getArray())
                        .map(BookingReader::passenger)
                        .toList();
    }

    private static PassengerDetails passenger(String[] columns) {
        return new PassengerDetails(
                Long.parseLong(columns[0]),
                columns[1],
                columns[2],
                columns[3],
                new Vnd(Long.parseLong(columns[4])),
                PassengerState.valueOf(columns[5]));
    }

    /** A trip that was moved a moment ago may be remembered as it was before. */
    private Trip tripOf(ResultSet row) throws SQLException {
        var id = new TripId(row.getLong("trip_id"));
        var known = trips.find(id).orElseThrow();
        var leaves = known.departsAt(row.getInt("from_sequence"));
        return leaves.equals(SqlTime.instant(row, "departs_at"))
                ? known
                : trips.findAnew(id).orElseThrow();
    }

    private BookingDetails booking(ResultSet row) throws SQLException {
        var trip = tripOf(row);
        return new BookingDetails(
                new BookingId(row.getLong("id")),
                row.getString("code"),
                row.getString("access_token"),
                BookingState.valueOf(row.getString("state")),
                new HoldId(row.getLong("hold_id")),
                trip,
                Optional.ofNullable(row.getString("plate")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                SqlTime.instant(row, "departs_at"),
                SqlTime.instant(row, "arrives_at"),
                new BookingContact(
                        row.getString("contact_name"),
                        new PhoneNumber(row.getString("contact_phone")),
                        row.getString("contact_email")),
                Language.valueOf(row.getString("language")),
                Optional.ofNullable(row.getObject("account_id", Long.class)).map(AccountId::new),
                new Vnd(row.getLong("total_vnd")),
                new Vnd(row.getLong("fees_vnd")),
                json.readValue(row.getString("policy"), KeptPolicy.class).policy(),
                SqlTime.instant(row, "payment_deadline"),
                SqlTime.instant(row, "held_until"),
                SqlTime.instant(row, "placed_at"),
                SqlTime.optionalInstant(row, "confirmed_at"),
                SqlTime.optionalInstant(row, "expired_at"),
                passengers(row));
    }
}
