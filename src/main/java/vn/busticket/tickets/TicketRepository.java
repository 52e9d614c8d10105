package vn.busticket.tickets;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/** Issued tickets. */
@Repository
class TicketRepository {

    private final JdbcClient database;

    TicketRepository(JdbcClient database) {
        this.database = database;
    }

    /** Stores tickets issued at that instant, except for passengers who have a valid one. */
    void insert(BookingId booking, List<Ticket> tickets, Instant issuedAt) {
        database.sql(
                        """
                        insert into ticket (id, booking_id, passenger_id, trip_id, qr_text, issued_at)
                        select issued.id, b.id, passenger_id, b.trip_id, qr_text, :issuedAt
                          from unnest(:ids, :passengers, :qrTexts) as issued (id, passenger_id, qr_text)
                          join booking b on b.id = :booking
                        on conflict (passenger_id) where voided_at is null do nothing
                        """)
                .param("booking", booking.value())
                .param("ids", tickets.stream().map(Ticket::id).toArray(Long[]::new))
                .param("passengers", tickets.stream().map(Ticket::passengerId).toArray(Long[]::new))
                .param("qrTexts", tickets.stream().map(Ticket::qrText).toArray(String[]::new))
                .param("issuedAt", SqlTime.of(issuedAt))
                .update();
    }

    void makeVoid(BookingId booking, Instant now) {
        database.sql(
                        """
                        update ticket set voided_at = greatest(:now, issued_at)
                         where booking_id = :booking and voided_at is null
                        """)
                .param("booking", booking.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    void makeVoid(Collection<Long> passengers, Instant now) {
        database.sql(
                        """
                        update ticket set voided_at = greatest(:now, issued_at)
                         where passenger_id = any(:passengers) and voided_at is null
                        """)
                .param("passengers", passengers.toArray(Long[]::new))
                .param("now", SqlTime.of(now))
                .update();
    }

    List<Ticket> validOf(BookingId booking) {
        return database.sql(
                        """
                        select id, passenger_id, qr_text, issued_at
                          from ticket
                         where booking_id = :booking and voided_at is null
                         order by id
                        """)
                .param("booking", booking.value())
                .query((row, number) ->
                        new Ticket(
                                row.getLong("id"),
                                row.getLong("passenger_id"),
                                row.getString("qr_text"),
                                SqlTime.instant(row, "issued_at")))
                .list();
    }

    /** The ticket of that number; read it when its booking is locked. */
    Optional<ScannedTicket> byId(long id) {
        return database.sql(
                        """
                        select id, passenger_id, voided_at is not null as is_void
                          from ticket
                         where id = :id
                        """)
                .param("id", id)
                .query((row, number) ->
                        new ScannedTicket(
                                row.getLong("id"),
                                row.getLong("passenger_id"),
                                row.getBoolean("is_void")))
                .optional();
    }

    /** The valid tickets of a trip: their numbers by passenger. */
    Map<Long, Long> validOn(TripId trip) {
        return database
                .sql(
                        """
                        select t.id, t.passenger_id
                          from ticket t
                          join booking b on b.id = t.booking_id
                         where b.trip_id = :trip and t.voided_at is null
                        """)
                .param("trip", trip.value())
                .query((row, number) -> Map.entry(row.getLong("passenger_id"), row.getLong("id")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The tickets that state this trip and are void. */
    List<VoidTicket> voidOn(TripId trip) {
        return database.sql(
                        """
                        select t.id, b.state = 'CANCELLED' or p.state = 'CANCELLED' as is_cancelled
                          from ticket t
                          join booking b on b.id = t.booking_id
                          join booking_passenger p on p.id = t.passenger_id
                         where t.trip_id = :trip and t.voided_at is not null
                         order by t.id
                        """)
                .param("trip", trip.value())
                .query((row, number) ->
                        new VoidTicket(row.getLong("id"), row.getBoolean("is_cancelled")))
                .list();
    }
}
