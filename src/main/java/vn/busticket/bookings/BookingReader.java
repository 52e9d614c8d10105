package vn.busticket.bookings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Reads whole bookings by their ids: one statement for them, one for their passengers. */
@Repository
class BookingReader {

    private final JdbcClient database;
    private final Trips trips;

    BookingReader(JdbcClient database, Trips trips) {
        this.database = database;
        this.trips = trips;
    }

    private record OfBooking(long booking, PassengerDetails passenger) {}

    /** The bookings of those ids, in that order; what does not exist is left out. */
    List<BookingDetails> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var passengers = passengers(ids);
        return database.sql(
                        """
                        select id, code, access_token, hold_id, trip_id, from_sequence, to_sequence, departs_at,
                               arrives_at, contact_name, contact_phone, contact_email, language, account_id, state,
                               total_vnd, payment_deadline, held_until, placed_at, confirmed_at, expired_at
                        from booking
                        where id = any(:ids)
                        order by array_position(:ids, id)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> booking(row, passengers))
                .list();
    }

    private Map<Long, List<PassengerDetails>> passengers(Collection<Long> ids) {
        return database
                .sql(
                        """
                        select id, booking_id, seat_label, seat_class, full_name, price_vnd, state
                        from booking_passenger
                        where booking_id = any(:ids)
                        order by booking_id, seat_label
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> passenger(row))
                .list()
                .stream()
                .collect(groupingBy(OfBooking::booking, mapping(OfBooking::passenger, toList())));
    }

    private static OfBooking passenger(ResultSet row) throws SQLException {
        return new OfBooking(
                row.getLong("booking_id"),
                new PassengerDetails(
                        row.getLong("id"),
                        row.getString("seat_label"),
                        row.getString("seat_class"),
                        row.getString("full_name"),
                        new Vnd(row.getLong("price_vnd")),
                        PassengerState.valueOf(row.getString("state"))));
    }

    private BookingDetails booking(ResultSet row, Map<Long, List<PassengerDetails>> passengers)
            throws SQLException {
        var trip = trips.find(new TripId(row.getLong("trip_id"))).orElseThrow();
        return new BookingDetails(
                new BookingId(row.getLong("id")),
                row.getString("code"),
                row.getString("access_token"),
                BookingState.valueOf(row.getString("state")),
                new HoldId(row.getLong("hold_id")),
                trip,
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
                SqlTime.instant(row, "payment_deadline"),
                SqlTime.instant(row, "held_until"),
                SqlTime.instant(row, "placed_at"),
                SqlTime.optionalInstant(row, "confirmed_at"),
                SqlTime.optionalInstant(row, "expired_at"),
                passengers.getOrDefault(row.getLong("id"), List.of()));
    }
}
