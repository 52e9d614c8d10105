package vn.busticket.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.LunarCalendar;

/**
 * Two years of made-up past sales, so that the dashboards of the demo are not empty: one trip a day
 * of some lines, and facts about bookings that never were. Their numbers are negative, no booking
 * can be opened, and no money of theirs is in the ledger. Sums are made by the repair, so they are
 * those of the facts.
 */
public final class DemoHistory {

    private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);
    private static final int YEARS = 2;
    private static final int DAYS_ON_SALE = 21;

    private static final String MONTHS =
            """
            select make_month(parent, month::date)
              from generate_series(date_trunc('month', date '%s'), date '%s', interval '1 month') month
             cross join unnest(array['booking_fact', 'funnel_count']) parent
            """;

    /** Companies drive some lines each; the one with demo staff is among them. */
    private static final String LINES =
            """
            create temporary table demo_line on commit drop as
            select p.id as path_id, s.route_id, s.operator_id, s.bus_type_id, l.id as layout_id, t.id as tariff_id,
                   min(s.departure_time) as departure_time,
                   (select count(*) from seat_layout_cell c where c.layout_id = l.id and c.kind = 'SEAT') as seats,
                   (select max(price_vnd) from fare f where f.tariff_id = t.id) as price,
                   0.30 * ((hashint8(s.route_id * 7 + s.operator_id) & 2147483647) %% 1000 / 1000.0 - 0.5) as liked
              from schedule s
              join operator o on o.id = s.operator_id
              join route_path p on p.route_id = s.route_id and p.superseded_at is null
             cross join lateral (select id from seat_layout where bus_type_id = s.bus_type_id
                                  order by version desc limit 1) l
             cross join lateral (select id from tariff where operator_id = s.operator_id and path_id = p.id
                                    and bus_type_id = s.bus_type_id and superseded_at is null
                                  order by valid_from desc limit 1) t
             group by p.id, s.route_id, s.operator_id, s.bus_type_id, l.id, t.id, o.code
             order by o.code = 'SAO_DEM' desc, (hashint8(s.route_id + 31 * s.operator_id) & 2147483647)
             limit %d
            """;

    private static final String TRIPS =
            """
            insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id, departs_at, service_day,
                              state, created_at)
            select l.operator_id, l.route_id, l.path_id, l.bus_type_id, l.layout_id, l.tariff_id,
                   (d.day + l.departure_time) at time zone 'Asia/Ho_Chi_Minh', d.day, 'SCHEDULED',
                   (d.day - 30)::timestamp at time zone 'Asia/Ho_Chi_Minh'
              from demo_line l
             cross join (select date '%1$s' + n as day from generate_series(0, date '%2$s' - date '%1$s' - 1) n) d
             order by d.day
            on conflict do nothing
            """;

    /** Fridays, Sundays, holidays and the weeks around Tết are full; sales grow. */
    private static final String LOADS =
            """
            create temporary table demo_load on commit drop as
            select d.day, l.route_id, l.operator_id, l.bus_type_id, l.price, t.id as trip_id,
                   row_number() over () as number, (hashint8(d.day - date '2000-01-01' + 4001 * l.route_id + l.bus_type_id) & 2147483647) as luck,
                   round(l.seats * least(1.0, greatest(0.1,
                       0.40 + l.liked + 0.12 * (d.day - date '%1$s') / 730.0
                       + (hashint8(d.day - date '2000-01-01' + 97 * l.route_id) & 2147483647) %% 1000 / 1000.0 * 0.16
                       + case extract(isodow from d.day) when 5 then 0.16 when 6 then 0.08 when 7 then 0.19 else 0 end
                       + case when extract(month from d.day) in (6, 7) then 0.07 else 0 end
                       + case when to_char(d.day, 'MM-DD') between '04-28' and '05-03'
                                or to_char(d.day, 'MM-DD') between '08-31' and '09-03' then 0.2 else 0 end
                       + case when exists (select from unnest(array[%3$s]::date[]) tet
                                            where d.day between tet - 12 and tet + 9) then 0.3 else 0 end)))::integer as seats
              from (select date '%1$s' + n as day from generate_series(0, date '%2$s' - date '%1$s' + %4$d) n) d
             cross join demo_line l
              left join trip t on t.operator_id = l.operator_id and t.route_id = l.route_id
                              and t.bus_type_id = l.bus_type_id and t.schedule_id is null
                              and t.departs_at = (d.day + l.departure_time) at time zone 'Asia/Ho_Chi_Minh'
            """;

    private static final String SALES =
            """
            create temporary table demo_sale on commit drop as
            select d.*, d.day - lead.days as sold_on, lead.days as lead_days,
                   (array[7, 8, 9, 9, 10, 11, 12, 14, 16, 17, 18, 19, 20, 20, 21, 21, 22])[1 + (luck / lead.nth) %% 17] as hour,
                   round(d.seats * lead.share)::integer as tickets
              from demo_load d
             cross join (values (1, 0, 0.20), (2, 1, 0.21), (3, 2, 0.16), (5, 4, 0.18), (7, 9, 0.14), (11, 20, 0.09))
                  as lead (nth, days, share)
             where d.day - lead.days < date '%s' and round(d.seats * lead.share) > 0
            """;

    private static final String FACTS =
            """
            insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, lead_days, device,
                                      received_vnd, bookings, tickets, expired_bookings)
            select sold_on, hour, -number * 32 - lead_days, coalesce(trip_id, 0), route_id, operator_id, bus_type_id,
                   lead_days, case luck %% 4 when 0 then 'COMPUTER' else 'PHONE' end, tickets * price,
                   ceil(tickets / 1.5), tickets, (tickets + luck %% 7) / 8
              from demo_sale
            """;

    /** One ticket of some bookings goes back, mostly at the passenger's wish, for a tenth of it. */
    private static final String CANCELLATIONS =
            """
            insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, by_whom, reason,
                                      refunded_vnd, cancelled_bookings, cancelled_tickets, cancelled_vnd)
            select sold_on, least(hour + 1, 23), -number * 32 - lead_days, coalesce(trip_id, 0), route_id, operator_id,
                   bus_type_id, by_whom,
                   case by_whom when 'PASSENGER' then 'PASSENGER_WISH' when 'OPERATOR' then 'CALLED_OFF' else 'STAFF' end,
                   case by_whom when 'OPERATOR' then price else price - price / 10000 * 1000 end, 1, 1, price
              from (select demo_sale.*,
                           (array['PASSENGER', 'PASSENGER', 'PASSENGER', 'PASSENGER', 'OPERATOR', 'STAFF'])[1 + luck %% 6] as by_whom
                      from demo_sale where (luck / (lead_days + 1)) %% 9 = 0) ended
            """;

    private static final String SEATS =
            """
            insert into booking_counted (booking_id, last_entry, sold, expired, tickets, cancelled_bookings,
                                         cancelled_tickets, cancelled_vnd, seats, departure_day, route_id, operator_id,
                                         bus_type_id)
            select -number * 32 - lead_days, 0, true, false, tickets, 0, 0, 0,
                   tickets - case when (luck / (lead_days + 1)) %% 9 = 0 then 1 else 0 end, day, route_id, operator_id,
                   bus_type_id
              from demo_sale
             where trip_id is not null
            """;

    private static final String STEPS =
            """
            insert into funnel_count (day, route_id, operator_id, device, step, count)
            select f.day, f.route_id, case when s.step like 'SEARCHED%%' then 0 else f.operator_id end as operator_id,
                   f.device, s.step, sum(ceil(f.bookings * s.times * (1 + f.route_id %% 5 / 10.0)))
              from booking_fact f
             cross join (values ('SEARCHED', 10.5), ('SEARCHED_IN_VAIN', 0.3), ('TRIP_VIEWED', 5.5), ('SEATS_HELD', 1.42),
                                ('BOOKING_CREATED', 1.16), ('PAYMENT_STARTED', 1.11)) as s (step, times)
             where f.booking_id < 0 and f.bookings > 0
             group by f.day, f.route_id, case when s.step like 'SEARCHED%%' then 0 else f.operator_id end, f.device, s.step
            """;

    private final DataSource dataSource;
    private final Clock clock;

    DemoHistory(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Does nothing where there is a history already.
     *
     * @param lines how many lines have one
     */
    void make(int lines) {
        var today = VietnamTime.dayOf(clock.instant());
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            make(connection, today.minusYears(YEARS), today, lines);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The demo has no history", failed);
        }
    }

    /**
     * Makes it in an open transaction of that connection.
     *
     * @param today the first day without any
     * @throws SQLException if the database refuses it
     */
    public static void make(Connection connection, LocalDate first, LocalDate today, int lines)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var known =
                    statement.executeQuery(
                            "select exists (select from booking_fact where booking_id < 0)")) {
                known.next();
                if (known.getBoolean(1)) {
                    return;
                }
            }
            statement.execute(MONTHS.formatted(first.minusMonths(1), today));
            statement.execute(LINES.formatted(lines));
            statement.execute(TRIPS.formatted(first, today));
            statement.execute(LOADS.formatted(first, today, tets(first, today), DAYS_ON_SALE));
            statement.execute(SALES.formatted(today));
            for (var sql : List.of(FACTS, CANCELLATIONS, SEATS, STEPS)) {
                statement.execute(sql.replace("%%", "%"));
            }
            statement.execute(
                    "select mend_sales(date '%s', date '%s')"
                            .formatted(first.minusMonths(1), today.plusDays(60)));
            log.info("demo history made lines={} from={}", lines, first);
        }
    }

    private static String tets(LocalDate first, LocalDate today) {
        return IntStream.rangeClosed(first.getYear(), today.getYear() + 1)
                .mapToObj(year -> "'" + LunarCalendar.day(year, 1, 1) + "'")
                .collect(Collectors.joining(","));
    }
}
