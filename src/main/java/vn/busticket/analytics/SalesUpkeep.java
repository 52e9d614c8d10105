package vn.busticket.analytics;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/** Makes the months' partitions, and notes which trips left sold out. */
@Repository
class SalesUpkeep {

    private final JdbcClient database;

    SalesUpkeep(JdbcClient database) {
        this.database = database;
    }

    /** Makes what is missing of the partitions from one month to another. */
    @Transactional
    void makeMonths(LocalDate first, LocalDate last) {
        database.sql(
                        """
                        select make_month(parent, month::date)
                          from generate_series(date_trunc('month', cast(:first as date)), cast(:last as date),
                                               interval '1 month') month
                         cross join unnest(array['booking_fact', 'funnel_count']) parent
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, number) -> number)
                .list();
    }

    /** Counts the trips that left since the last time without a seat that was free all the way. */
    @Transactional
    void countSoldOut(Instant now) {
        database.sql(
                        """
                        with state as (
                            select departed_until from figures_state for update
                        ), looked as (
                            update figures_state set departed_until = greatest(departed_until, :now)
                        )
                        insert into sales_tail (day, route_id, operator_id, bus_type_id, trips_sold_out)
                        select vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id, count(*)
                          from state
                          join trip t on t.departs_at > state.departed_until and t.departs_at <= :now
                         where t.state = 'SCHEDULED'
                           and (select count(*) from seat_layout_cell c
                                where c.layout_id = t.layout_id and c.kind = 'SEAT')
                               <= (select count(distinct o.seat_label) from seat_occupancy o
                                   where o.trip_id = t.id and o.held_until = 'infinity')
                         group by vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id
                        """)
                .param("now", SqlTime.of(now))
                .update();
    }
}
