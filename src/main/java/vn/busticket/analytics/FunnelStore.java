package vn.busticket.analytics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.analytics.FunnelSteps.Counted;
import vn.busticket.bookings.BookingId;
import vn.busticket.trips.TripId;

/** Stores steps of the funnel by day, route, company and device. */
@Repository
class FunnelStore {

    /** A search that found no trip with seats enough. */
    static final String IN_VAIN = "SEARCHED_IN_VAIN";

    private final JdbcClient database;

    FunnelStore(JdbcClient database) {
        this.database = database;
    }

    /** With what a payment was begun, and for which trip. */
    record Started(TripId trip, Device device) {}

    /** Adds steps, in one statement and in one order, so that nodes do not wait for each other. */
    void add(Map<Counted, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var steps = List.copyOf(counts.entrySet());
        database.sql(
                        """
                        insert into funnel_count as f (day, route_id, operator_id, device, step, count)
                        select cast(s.day as date) as day, coalesce(t.route_id, 0) as line,
                               case when s.step in ('SEARCHED', 'SEARCHED_IN_VAIN') then 0
                                    else coalesce(t.operator_id, 0) end as company,
                               s.device, s.step, sum(s.count)
                          from unnest(:days, :trips, :devices, :steps, :counts) as s (day, trip, device, step, count)
                          left join trip t on t.id = s.trip
                         group by s.day, line, company, s.device, s.step
                         order by s.day, line, company, s.device, s.step
                        on conflict (day, route_id, operator_id, device, step) do update
                        set count = f.count + excluded.count
                        """)
                .param(
                        "days",
                        steps.stream()
                                .map(one -> one.getKey().day().toString())
                                .toArray(String[]::new))
                .param(
                        "trips",
                        steps.stream().map(one -> number(one.getKey())).toArray(Long[]::new))
                .param(
                        "devices",
                        steps.stream()
                                .map(one -> one.getKey().device().name())
                                .toArray(String[]::new))
                .param(
                        "steps",
                        steps.stream().map(one -> one.getKey().step()).toArray(String[]::new))
                .param("counts", steps.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    private static long number(Counted counted) {
        var trip = counted.trip();
        return trip == null ? 0 : trip.value();
    }

    /** Remembers with what a booking was made. */
    void remember(BookingId booking, Device device) {
        database.sql(
                        """
                        insert into booking_device (booking_id, device) values (:booking, :device)
                        on conflict do nothing
                        """)
                .param("booking", booking.value())
                .param("device", device.name())
                .update();
    }

    /** Notes that a payment was begun; empty if one was before. */
    Optional<Started> begin(BookingId booking) {
        return database.sql(
                        """
                        update booking_device d set payment_started = true
                          from booking b
                         where b.id = :booking and d.booking_id = b.id and not d.payment_started
                        returning b.trip_id, d.device
                        """)
                .param("booking", booking.value())
                .query((row, number) ->
                        new Started(
                                new TripId(row.getLong("trip_id")),
                                Device.valueOf(row.getString("device"))))
                .optional();
    }
}
