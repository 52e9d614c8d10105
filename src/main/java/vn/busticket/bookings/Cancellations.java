package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** The cancellations that have been, each with its price. */
@Repository
class Cancellations {

    private final JdbcClient database;

    Cancellations(JdbcClient database) {
        this.database = database;
    }

    /** What was cancelled of a booking, oldest first. */
    List<CancellationDetails> ofBooking(BookingId booking) {
        return database.sql(
                        """
                        select id, at, actor, whole, passenger_ids, paid_vnd, fee_vnd, refund_vnd
                        from booking_cancellation
                        where booking_id = :booking
                        order by id
                        """)
                .param("booking", booking.value())
                .query((row, number) -> cancellation(row))
                .list();
    }

    /** Writes down what is cancelled now. */
    CancellationId add(BookingId booking, CancellationQuote quote, Actor actor, Instant now) {
        return database.sql(
                        """
                        insert into booking_cancellation (booking_id, at, actor, whole, passenger_ids, paid_vnd,
                               fee_vnd, refund_vnd)
                        values (:booking, :now, :actor, :whole, :passengers, :paid, :fee, :refund)
                        returning id
                        """)
                .param("booking", booking.value())
                .param("now", SqlTime.of(now))
                .param("actor", actor.name())
                .param("whole", quote.isWhole())
                .param(
                        "passengers",
                        quote.lines().stream()
                                .map(CancellationQuote.Line::passenger)
                                .toArray(Long[]::new))
                .param("paid", quote.paid().dong())
                .param("fee", quote.fee().dong())
                .param("refund", quote.refund().dong())
                .query((row, number) -> new CancellationId(row.getLong("id")))
                .single();
    }

    private static CancellationDetails cancellation(ResultSet row) throws SQLException {
        return new CancellationDetails(
                new CancellationId(row.getLong("id")),
                SqlTime.instant(row, "at"),
                Actor.valueOf(row.getString("actor")),
                row.getBoolean("whole"),
                Set.of((Long[]) row.getArray("passenger_ids").getArray()),
                new Vnd(row.getLong("paid_vnd")),
                new Vnd(row.getLong("fee_vnd")),
                new Vnd(row.getLong("refund_vnd")));
    }
}
