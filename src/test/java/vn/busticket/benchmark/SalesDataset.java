package vn.busticket.benchmark;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fills the facts with past sales by set-based SQL, and their sums by the repair: a hundred shipped
 * routes of ten companies, three bus types, a booking of one or two passengers each; of every 25
 * one is cancelled and the money goes back. The bookings themselves are not made, so no seats are
 * sold and nothing can be opened. Ten million take about two minutes.
 */
public final class SalesDataset {

    /** One of so many bookings is cancelled. */
    public static final int CANCELLED_ONE_OF = 25;

    private static final String OPERATORS =
            """
            insert into operator (code, name, hotline, email, address, sales_cutoff_minutes)
            select 'LARGE' || n, 'Large ' || n, '1900 0000', 'large@example.vn', 'Sài Gòn', 30
              from generate_series(0, 9) n
            on conflict do nothing
            """;

    private static final String LINES =
            """
            create table if not exists large_sales_line as
            select p.route_id, o.id as operator_id, p.nth
              from (select route_id, row_number() over (order by id) - 1 as nth
                      from route_path where superseded_at is null order by id limit 100) p
              join operator o on o.code = 'LARGE' || p.nth % 10
            """;

    private static final String MONTHS =
            """
            select make_month('booking_fact', month::date)
              from generate_series(date_trunc('month', date '%s'), date '%s', interval '1 month') month
            """;

    private static final String FACTS =
            """
            insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, lead_days, device,
                                      received_vnd, bookings, tickets)
            select date '%1$s' + (k * %2$d / %3$d)::integer, (6 + k * 13 %% 18)::integer, %4$d + k, %4$d + k / 10,
                   l.route_id, l.operator_id, b.ids[1 + (k %% 3)::integer], (k * 7 %% 41)::integer,
                   case k %% 4 when 0 then 'COMPUTER' else 'PHONE' end,
                   (180000 + k %% 7 * 10000) * (1 + k %% 2), 1, 1 + k %% 2
              from generate_series(0::bigint, %3$d - 1) k
              join large_sales_line l on l.nth = k * 31 %% 100
             cross join (select array_agg(id order by id) as ids from bus_type) b
            """;

    private static final String CANCELLATIONS =
            """
            insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, by_whom, reason,
                                      refunded_vnd, cancelled_bookings, cancelled_tickets, cancelled_vnd)
            select day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id,
                   case booking_id %% 4 when 0 then 'OPERATOR' else 'PASSENGER' end,
                   case booking_id %% 4 when 0 then 'CALLED_OFF' else 'PASSENGER_WISH' end,
                   received_vnd, 1, tickets, received_vnd
              from booking_fact
             where booking_id > %d and bookings = 1 and booking_id %% 25 = 0
            """;

    private final DataSource dataSource;

    /**
     * @param dataSource of a user who may drop and make indexes
     */
    public SalesDataset(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Adds sales, spread evenly over the days; the shipped catalogue must be there.
     *
     * @param bookings how many
     */
    public void fill(LocalDate first, LocalDate last, long bookings) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            fill(statement, first, last, bookings);
        } catch (SQLException failed) {
            throw new IllegalStateException("The sales were not made", failed);
        }
    }

    private static void fill(Statement statement, LocalDate first, LocalDate last, long bookings)
            throws SQLException {
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        statement.execute("set maintenance_work_mem = '512MB'");
        statement.execute("set work_mem = '256MB'");
        statement.execute(OPERATORS);
        statement.execute(LINES);
        statement.execute(MONTHS.formatted(first, last));
        var before =
                number(statement, "select coalesce(max(booking_id), 2000000000) from booking_fact");
        var indexes = indexes(statement);
        statement.execute(FACTS.formatted(first, days, bookings, before + 1));
        statement.execute(CANCELLATIONS.formatted(before));
        for (var index : indexes) {
            statement.execute(index);
        }
        statement.execute("analyze booking_fact");
        statement.execute("select mend_sales(date '%s', date '%s')".formatted(first, last));
        for (var table : List.of("sales_tail", "sales_sum", "daily_profile")) {
            statement.execute("vacuum analyze " + table);
        }
        statement.execute("vacuum booking_fact");
        statement.execute("reset maintenance_work_mem");
        statement.execute("reset work_mem");
    }

    /** Drops the indexes of the facts; they are made again quicker than they are kept. */
    private static List<String> indexes(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        var definitions = new ArrayList<String>();
        try (var rows =
                statement.executeQuery(
                        "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
                                + " where indrelid = 'booking_fact'::regclass")) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2).replace(" ON ONLY ", " ON "));
            }
        }
        for (var name : names) {
            statement.execute("drop index " + name);
        }
        return definitions;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
