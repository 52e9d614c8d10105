package vn.busticket.bookings;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** What staff read about many bookings at once. */
@Component
public class BookingDeskQueries {

    private final JdbcClient database;

    BookingDeskQueries(JdbcClient database) {
        this.database = database;
    }

    /** The bookings that money was received for, by their payable; unknown ones are left out. */
    public Map<PayableId, BookingBrief> briefs(Collection<PayableId> payables) {
        if (payables.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select id, code, contact_name, state from booking where id = any(:ids)")
                .param("ids", payables.stream().map(PayableId::value).toArray(Long[]::new))
                .query((row, number) ->
                        new BookingBrief(
                                new PayableId(row.getLong("id")),
                                row.getString("code"),
                                row.getString("contact_name"),
                                BookingState.valueOf(row.getString("state"))))
                .list()
                .stream()
                .collect(toMap(BookingBrief::payable, identity()));
    }

    /** What was confirmed since an instant, and what waits for its money now. */
    public SalesOfToday salesSince(Instant from) {
        return database.sql(
                        """
                        select sold.bookings, sold.tickets, waiting.bookings as awaiting,
                               waiting.amount
                          from (select count(distinct b.id) as bookings, count(p.id) as tickets
                                  from booking b
                                  join booking_passenger p on p.booking_id = b.id
                                 where b.confirmed_at >= :from and p.state <> 'CANCELLED') sold,
                               (select count(*) as bookings, coalesce(sum(total_vnd), 0) as amount
                                  from booking where state = 'AWAITING_PAYMENT') waiting
                        """)
                .param("from", SqlTime.of(from))
                .query((row, number) ->
                        new SalesOfToday(
                                row.getInt("bookings"),
                                row.getInt("tickets"),
                                row.getInt("awaiting"),
                                new Vnd(row.getLong("amount"))))
                .single();
    }

    /** How many passengers with confirmed bookings those trips have; none for a trip left out. */
    public Map<TripId, Integer> passengers(Collection<TripId> trips) {
        return database
                .sql(
                        """
                        select b.trip_id, count(*) as passengers
                          from booking b
                          join booking_passenger p on p.booking_id = b.id
                         where b.trip_id = any(:trips)
                           and b.state in ('CONFIRMED', 'COMPLETED') and p.state <> 'CANCELLED'
                         group by b.trip_id
                        """)
                .param("trips", trips.stream().map(TripId::value).toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(new TripId(row.getLong("trip_id")), row.getInt("passengers")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
