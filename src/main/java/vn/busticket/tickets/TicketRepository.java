package vn.busticket.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.SqlTime;

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
                        insert into ticket (id, booking_id, passenger_id, qr_text, issued_at)
                        select id, :booking, passenger_id, qr_text, :issuedAt
                          from unnest(:ids, :passengers, :qrTexts) as issued (id, passenger_id, qr_text)
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
}
