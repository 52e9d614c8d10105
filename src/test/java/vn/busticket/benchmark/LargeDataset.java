package vn.busticket.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fills a database with trips and sold bookings by set-based SQL: 2,000 trips a day on the first
 * hundred shipped routes, ten bookings of one or two seats on each. 500 days are a million trips
 * and ten million bookings.
 */
public final class LargeDataset {

    /** Trips that each path has on each day. */
    public static final int TRIPS_PER_PATH = 20;

    /** Trips of all paths on each day. */
    public static final int TRIPS_PER_DAY = 2_000;

    /** Bookings on each trip. */
    public static final int BOOKINGS_PER_TRIP = 10;

    private static final List<String> FILLED =
            List.of("trip", "seat_hold", "seat_occupancy", "booking", "booking_passenger");

    private static final String OFFER =
            """
            create table if not exists large_line as
            select p.id as path_id, p.route_id, o.id as operator_id, b.id as bus_type_id, l.id as layout_id,
                   (select max(sequence) from route_stop s where s.path_id = p.id) as last_sequence,
                   row_number() over (order by p.id) as nth
            from (select id, route_id from route_path
                  where superseded_at is null and 2 < (select count(*) from route_stop s where s.path_id = route_path.id)
                  order by id limit 100) p
            join operator o on o.code = 'LARGE' || p.id % 10
            cross join (select id from bus_type where code = 'SLEEPER_34') b
            join seat_layout l on l.bus_type_id = b.id and l.version = 1
            """;

    private static final String OPERATORS =
            """
            insert into operator (code, name, hotline, email, address, sales_cutoff_minutes)
            select 'LARGE' || n, 'Large ' || n, '1900 0000', 'large@example.vn', 'Sài Gòn', 30
            from generate_series(0, 9) n
            on conflict do nothing
            """;

    private static final String TARIFFS =
            """
            insert into tariff (operator_id, path_id, bus_type_id, valid_from, content_hash)
            select operator_id, path_id, bus_type_id, date '2020-01-01', 'large' from large_line
            on conflict do nothing
            """;

    private static final String FARES =
            """
            insert into fare (tariff_id, from_sequence, to_sequence, seat_class, price_vnd)
            select t.id, f, u, c, 100000 + 20000 * (u - f) + case c when 'LOWER' then 20000 else 0 end
            from tariff t
            join large_line l on l.path_id = t.path_id and l.operator_id = t.operator_id
            cross join generate_series(0, l.last_sequence - 1) f
            cross join generate_series(f + 1, l.last_sequence) u
            cross join unnest(array['LOWER', 'UPPER']) c
            where t.content_hash = 'large'
            on conflict do nothing
            """;

    private static final String TRIPS =
            """
            insert into trip
                (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id, departs_at, service_day,
                 state, created_at)
            select l.operator_id, l.route_id, l.path_id, l.bus_type_id, l.layout_id, t.id,
                   (d.day + time '05:00' + n * interval '54 minutes') at time zone 'Asia/Ho_Chi_Minh',
                   d.day, 'SCHEDULED', d.day - interval '30 days'
            from (select date '%s' + s as day from generate_series(0, %d) s) d
            cross join generate_series(0, 19) n
            cross join large_line l
            join tariff t on t.path_id = l.path_id and t.operator_id = l.operator_id and t.content_hash = 'large'
            order by d.day, n, l.nth
            """;

    /** One or two seats; every third booking travels the whole road, the others half of it. */
    private static final String HOLDS =
            """
            insert into seat_hold
                (id, token, trip_id, from_sequence, to_sequence, visitor_id, address_key, seat_labels,
                 seat_classes, prices_vnd, held_until, placed_at, sold_at, created_at)
            select 1000000000 + t.id * 10 + k, md5('hold' || t.id * 10 + k), t.id,
                   case when k %% 3 = 2 then l.middle else 0 end,
                   case when k %% 3 = 1 then l.middle else l.last_sequence end,
                   md5('visitor' || (t.id * 10 + k) %% 1000000)::uuid, 'large',
                   case when k %% 5 = 0 then array[s.labels[k + 1], s.labels[11 + k / 5]]
                        else array[s.labels[k + 1]] end,
                   case when k %% 5 = 0 then array[s.classes[k + 1], s.classes[11 + k / 5]]
                        else array[s.classes[k + 1]] end,
                   case when k %% 5 = 0 then array[200000, 200000]::bigint[] else array[200000]::bigint[] end,
                   t.departs_at - interval '5 days', t.departs_at - interval '5 days',
                   t.departs_at - interval '5 days', t.departs_at - interval '5 days'
            from trip t
            join (select path_id, last_sequence, last_sequence / 2 as middle from large_line) l
                on l.path_id = t.path_id
            join (select layout_id, array_agg(label order by label) as labels,
                         array_agg(seat_class order by label) as classes
                  from seat_layout_cell where kind = 'SEAT' group by layout_id) s on s.layout_id = t.layout_id
            cross join generate_series(0, 9) k
            where t.id > %d
            """;

    private static final String OCCUPANCIES =
            """
            insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
            select h.trip_id, label, int4range(h.from_sequence, h.to_sequence), h.id, 'infinity'
            from seat_hold h cross join unnest(h.seat_labels) label
            where h.id > 1000000000 + %d * 10 + 9
            """;

    private static final String BOOKINGS =
            """
            insert into booking
                (id, code, access_token, hold_id, trip_id, from_sequence, to_sequence, departs_at, arrives_at,
                 contact_name, contact_phone, contact_email, language, visitor_id, state, total_vnd,
                 payment_deadline, held_until, placed_at, confirmed_at, completed_at)
            select h.id, c.code, md5('booking' || h.id), h.id, h.trip_id, h.from_sequence, h.to_sequence,
                   t.departs_at, t.departs_at + interval '7 hours', 'Nguyễn Văn An',
                   '+849' || lpad((h.id %% 100000000)::text, 8, '0'), 'an' || h.id %% 3000000 || '@example.vn',
                   'VI', h.visitor_id,
                   case when t.service_day < date '2026-11-23' then 'COMPLETED' else 'CONFIRMED' end,
                   200000 * cardinality(h.seat_labels), h.created_at + interval '15 minutes',
                   h.created_at + interval '17 minutes', h.created_at, h.created_at + interval '2 minutes',
                   case when t.service_day < date '2026-11-23' then t.departs_at + interval '8 hours' end
            from seat_hold h
            join trip t on t.id = h.trip_id
            cross join lateral (
                select string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
                                         (((h.id * 2654435761) >> (5 * s)) & 31)::int + 1, 1), '') as code
                from generate_series(0, 7) s) c
            where h.id > 1000000000 + %d * 10 + 9
            """;

    private static final String PASSENGERS =
            """
            insert into booking_passenger (booking_id, seat_label, seat_class, full_name, price_vnd, state)
            select h.id, seat.label, seat.class, 'Nguyễn Văn An', 200000, 'BOOKED'
            from seat_hold h cross join unnest(h.seat_labels, h.seat_classes) as seat (label, class)
            where h.id > 1000000000 + %d * 10 + 9
            """;

    private static final String SECONDARY =
            """
            select c.conrelid::regclass::text as owner,
                   'alter table ' || c.conrelid::regclass || ' drop constraint ' || c.conname as remove,
                   'alter table ' || c.conrelid::regclass || ' add constraint ' || c.conname || ' '
                       || pg_get_constraintdef(c.oid) as restore
            from pg_constraint c
            where c.conrelid = any (%1$s) and c.contype in ('u', 'x')
              and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)
            union all
            select i.indrelid::regclass::text, 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid = any (%1$s)
              and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            """;

    private final DataSource dataSource;

    /**
     * @param dataSource of a user who may switch off foreign keys
     */
    public LargeDataset(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Adds the trips of those days with their bookings; the shipped catalogue must be there.
     *
     * @param first the first day, none of which was filled before
     */
    public void fill(LocalDate first, int days) {
        try (var connection = dataSource.getConnection()) {
            fill(connection, first, days);
        } catch (SQLException failed) {
            throw new IllegalStateException("The large dataset was not made", failed);
        }
    }

    private static void fill(Connection connection, LocalDate first, int days) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '1GB'");
            for (var sql : List.of(OPERATORS, OFFER, TARIFFS, FARES)) {
                statement.execute(sql);
            }
            long lastTrip = number(statement, "select coalesce(max(id), 0) from trip");
            var restored = removeSecondary(statement);
            statement.execute(TRIPS.formatted(first, days - 1));
            for (var sql : List.of(HOLDS, OCCUPANCIES, BOOKINGS, PASSENGERS)) {
                statement.execute(sql.formatted(lastTrip));
            }
            for (var restore : restored) {
                statement.execute(restore);
            }
            for (var table : FILLED) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("reset session_replication_role");
            statement.execute("reset maintenance_work_mem");
        }
    }

    /** Filling is many times faster when indexes are built afterwards. */
    private static List<String> removeSecondary(Statement statement) throws SQLException {
        var tables = new StringBuilder("array[");
        FILLED.forEach(table -> tables.append("'").append(table).append("'::regclass,"));
        tables.setCharAt(tables.length() - 1, ']');
        var remove = new ArrayList<String>();
        var restore = new ArrayList<String>();
        try (var rows = statement.executeQuery(SECONDARY.formatted(tables))) {
            while (rows.next()) {
                remove.add(rows.getString("remove"));
                restore.add(rows.getString("restore"));
            }
        }
        for (var sql : remove) {
            statement.execute(sql);
        }
        return restore;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
