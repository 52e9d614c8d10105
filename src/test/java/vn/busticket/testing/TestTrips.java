package vn.busticket.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.TripId;

/**
 * Makes trips for tests, each on a route of its own with the stops 0, 1 and 2 at 0, 180 and 420
 * minutes, seats {@code A01…} of class {@code STANDARD}, and a sales cut-off of 30 minutes.
 */
public final class TestTrips {

    public static final Stretch WHOLE = new Stretch(0, 2);
    public static final Stretch FIRST_HALF = new Stretch(0, 1);
    public static final Stretch SECOND_HALF = new Stretch(1, 2);
    public static final long WHOLE_PRICE_VND = 300_000;
    public static final Duration TRAVEL = Duration.ofMinutes(420);

    private static final AtomicLong NUMBER = new AtomicLong();

    private final JdbcClient database;

    public TestTrips(JdbcClient database) {
        this.database = database;
    }

    /** A trip that leaves a day after every test begins. */
    public TripId tomorrow(int seats) {
        return leavingAt(SettableClock.START.plus(Duration.ofDays(1)), seats);
    }

    /** A trip that leaves at that instant. */
    public TripId leavingAt(Instant departure, int seats) {
        var number = NUMBER.incrementAndGet();
        var name = "T" + number + "-" + System.nanoTime();
        var place =
                insert(
                        "insert into place (code, kind, name_vi, name_en) values (:name, 'CITY', :name, :name)",
                        name);
        var operator =
                insert(
                        """
                        insert into operator (code, name, hotline, email, address, sales_cutoff_minutes)
                        values (:name, :name, '19000000', 'coach@example.com', 'Sài Gòn', 30)
                        """,
                        name);
        var busType =
                insert(
                        "insert into bus_type (code, kind, name_vi, name_en) values (:name, 'SEATER', :name, :name)",
                        name);
        var layout = layout(busType, seats);
        var route =
                insert(
                        "insert into route (code, name_vi, name_en) values (:name, :name, :name)",
                        name);
        var path = path(route, place, name);
        return trip(
                new Parts(operator, busType, layout, route, path, tariff(operator, path, busType)),
                departure);
    }

    /**
     * Another trip of the same route, operator and coach.
     *
     * @param dearerVnd how much more than on that trip each fare is; may be negative
     */
    public TripId another(TripId like, Instant departure, long dearerVnd) {
        return database.sql(
                        """
                        with prices as (
                            insert into tariff (operator_id, path_id, bus_type_id, valid_from, content_hash)
                            select operator_id, path_id, bus_type_id, date '2026-01-01' + cast(:number as int), 'test'
                              from trip where id = :like
                            returning id
                        ), fares as (
                            insert into fare (tariff_id, from_sequence, to_sequence, seat_class, price_vnd)
                            select prices.id, from_sequence, to_sequence, seat_class, price_vnd + :dearer
                              from prices, fare
                             where fare.tariff_id = (select tariff_id from trip where id = :like)
                        )
                        insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id, departs_at,
                                          service_day, state, created_at)
                        select operator_id, route_id, path_id, bus_type_id, layout_id, prices.id, :departure,
                               cast(:departure as timestamptz) at time zone 'Asia/Ho_Chi_Minh', 'SCHEDULED', :departure
                          from trip, prices
                         where trip.id = :like
                        returning id
                        """)
                .param("number", (int) NUMBER.incrementAndGet())
                .param("like", like.value())
                .param("dearer", dearerVnd)
                .param("departure", SqlTime.of(departure))
                .query((row, number) -> new TripId(row.getLong("id")))
                .single();
    }

    /** Calls a trip off. */
    public void cancel(TripId trip) {
        database.sql("update trip set state = 'CANCELLED' where id = :id")
                .param("id", trip.value())
                .update();
    }

    /**
     * Says what changing and cancelling cost on a trip that nobody has looked at yet.
     *
     * @param tiers of cancelling, each as {@code minutes:percent}
     */
    public void setPolicy(TripId trip, int changeUntilMinutes, int changes, String... tiers) {
        database.sql(
                        """
                        delete from policy_tier
                         where policy_id in (select p.id from policy p join trip t using (operator_id)
                                              where t.id = :trip)
                        """)
                .param("trip", trip.value())
                .update();
        database.sql(
                        """
                        with rule as (
                            insert into policy (operator_id, from_seats, change_until_minutes, changes, change_fee_vnd)
                            select operator_id, 1, :until, :changes, 0 from trip where id = :trip
                            on conflict on constraint policy_once do update
                                set change_until_minutes = excluded.change_until_minutes, changes = excluded.changes
                            returning id
                        )
                        insert into policy_tier (policy_id, until_minutes, fee_percent, fee_vnd)
                        select id, split_part(tier, ':', 1)::integer, split_part(tier, ':', 2)::integer, 0
                        from rule, unnest(:tiers) as tier
                        """)
                .param("trip", trip.value())
                .param("until", changeUntilMinutes)
                .param("changes", changes)
                .param("tiers", tiers)
                .update();
    }

    private record Parts(
            long operator, long busType, long layout, long route, long path, long tariff) {}

    private long layout(long busType, int seats) {
        var layout =
                database.sql(
                                "insert into seat_layout (bus_type_id, version) values (:busType, 1) returning id")
                        .param("busType", busType)
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        insert into seat_layout_cell (layout_id, deck, row_number, column_number, kind, label, seat_class)
                        select :layout, 1, (seat + 3) / 4, (seat - 1) % 4 + 1, 'SEAT',
                               'A' || lpad(seat::text, 2, '0'), 'STANDARD'
                        from generate_series(1, :seats) as seat
                        """)
                .param("layout", layout)
                .param("seats", seats)
                .update();
        return layout;
    }

    private long path(long route, long place, String name) {
        var path =
                database.sql(
                                """
                                insert into route_path (route_id, content_hash) values (:route, 'test') returning id
                                """)
                        .param("route", route)
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        with stops as (
                            insert into stop (code, place_id, kind, name_vi, name_en, address_vi, latitude, longitude)
                            select :name || '-' || sequence, :place, 'STATION', 'Bến ' || sequence,
                                   'Station ' || sequence, 'Quốc lộ 20', 11, 107
                            from generate_series(0, 2) as sequence
                            returning id, code
                        )
                        insert into route_stop (path_id, sequence, stop_id, distance_km, minutes)
                        select :path, sequence, id, 100 * sequence, (array[0, 180, 420])[sequence + 1]
                        from stops, lateral (select right(code, 1)::int as sequence) as numbered
                        """)
                .param("name", name)
                .param("place", place)
                .param("path", path)
                .update();
        return path;
    }

    private long tariff(long operator, long path, long busType) {
        var tariff =
                database.sql(
                                """
                                insert into tariff (operator_id, path_id, bus_type_id, valid_from, content_hash)
                                values (:operator, :path, :busType, '2026-01-01', 'test')
                                returning id
                                """)
                        .param("operator", operator)
                        .param("path", path)
                        .param("busType", busType)
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        insert into fare (tariff_id, from_sequence, to_sequence, seat_class, price_vnd)
                        values (:tariff, 0, 1, 'STANDARD', 200000), (:tariff, 1, 2, 'STANDARD', 150000),
                               (:tariff, 0, 2, 'STANDARD', 300000)
                        """)
                .param("tariff", tariff)
                .update();
        return tariff;
    }

    private TripId trip(Parts parts, Instant departure) {
        return database.sql(
                        """
                        insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id, departs_at,
                                          service_day, state, created_at)
                        values (:operator, :route, :path, :busType, :layout, :tariff, :departure,
                                cast(:departure as timestamptz) at time zone 'Asia/Ho_Chi_Minh', 'SCHEDULED', :departure)
                        returning id
                        """)
                .param("operator", parts.operator())
                .param("route", parts.route())
                .param("path", parts.path())
                .param("busType", parts.busType())
                .param("layout", parts.layout())
                .param("tariff", parts.tariff())
                .param("departure", SqlTime.of(departure))
                .query((row, number) -> new TripId(row.getLong("id")))
                .single();
    }

    private long insert(String statement, String name) {
        return database.sql(statement + " returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
