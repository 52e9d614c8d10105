package vn.busticket.bookings;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.TripId;

/** Who travels on which trip; does not ask who may see it. */
@Component
public class PassengerLists {

    private final JdbcClient database;

    PassengerLists(JdbcClient database) {
        this.database = database;
    }

    /** All passengers of a trip whose bookings are paid, by boarding stop and seat. */
    public List<TravellingPassenger> of(TripId trip) {
        return database.sql(
                        """
                        select p.id, b.id as booking_id, b.code, p.seat_label, p.full_name, b.contact_phone,
                               b.from_sequence, b.to_sequence, p.state, p.boarded_at
                          from booking b
                          join booking_passenger p on p.booking_id = b.id
                         where b.trip_id = :trip and b.state in ('CONFIRMED', 'COMPLETED')
                           and p.state <> 'CANCELLED'
                         order by b.from_sequence, p.seat_label, p.id
                        """)
                .param("trip", trip.value())
                .query((row, number) -> passenger(row))
                .list();
    }

    /** How many passengers those trips have; none for a trip left out. */
    public Map<TripId, PassengerCount> counts(Collection<TripId> trips) {
        return database
                .sql(
                        """
                        select b.trip_id, count(*) as booked,
                               count(*) filter (where p.state = 'BOARDED') as boarded
                          from booking b
                          join booking_passenger p on p.booking_id = b.id
                         where b.trip_id = any(:trips)
                           and b.state in ('CONFIRMED', 'COMPLETED') and p.state <> 'CANCELLED'
                         group by b.trip_id
                        """)
                .param("trips", trips.stream().map(TripId::value).toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(
                                new TripId(row.getLong("trip_id")),
                                new PassengerCount(row.getInt("booked"), row.getInt("boarded"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static TravellingPassenger passenger(ResultSet row) throws SQLException {
        return new TravellingPassenger(
                row.getLong("id"),
                new BookingId(row.getLong("booking_id")),
                row.getString("code"),
                row.getString("seat_label"),
                row.getString("full_name"),
                new PhoneNumber(row.getString("contact_phone")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                PassengerState.valueOf(row.getString("state")),
                SqlTime.optionalInstant(row, "boarded_at"));
    }
}
