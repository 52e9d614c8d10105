package vn.busticket.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/**
 * Bookings of one seat that wait for their money, made by set-based SQL; one company drives all the
 * coaches, on one road.
 */
public final class WaitingBookings {

    public static final long PRICE_VND = TestTrips.WHOLE_PRICE_VND;

    /** Counted from when they were placed; their seats are kept no longer. */
    public static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

    private static final int SEATS = 40;

    private static final String HOLDS =
            """
            insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key, seat_labels,
                                   seat_classes, prices_vnd, held_until, placed_at, created_at)
            select gen_random_uuid()::text, :trip, 0, 2, gen_random_uuid(), 'benchmark',
                   array['A' || lpad(seat::text, 2, '0')], array['STANDARD'], array[:price]::bigint[],
                   :heldUntil, :now, :now
            from generate_series(1, :seats) as seat
            """;

    private static final String OCCUPANCIES =
            """
            insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
            select trip_id, seat_labels[1], int4range(0, 2), id, held_until from seat_hold where trip_id = :trip
            """;

    private static final String BOOKINGS =
            """
            insert into booking (code, access_token, hold_id, trip_id, from_sequence, to_sequence, departs_at,
                                 arrives_at, contact_name, contact_phone, contact_email, language, visitor_id,
                                 state, total_vnd, payment_deadline, held_until, placed_at)
            select code.code, gen_random_uuid()::text, h.id, t.id, 0, 2, t.departs_at,
                   t.departs_at + interval '7 hours', 'Nguyễn Văn An', '+84901234567', 'an@example.vn', 'VI',
                   h.visitor_id, 'AWAITING_PAYMENT', :price, :heldUntil, :heldUntil, :now
            from seat_hold h
            join trip t on t.id = h.trip_id
            cross join lateral (
                select string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
                                         (((h.id * 2654435761) >> (5 * s)) & 31)::int + 1, 1), '') as code
                from generate_series(0, 7) s) code
            where h.trip_id = :trip
            """;

    private static final String PASSENGERS =
            """
            insert into booking_passenger (booking_id, seat_label, seat_class, full_name, price_vnd, state)
            select b.id, h.seat_labels[1], 'STANDARD', 'Nguyễn Văn An', :price, 'BOOKED'
            from booking b join seat_hold h on h.id = b.hold_id where b.trip_id = :trip
            """;

    private static final String HISTORY =
            """
            insert into booking_history (booking_id, at, actor, event, to_state)
            select id, :now, 'PASSENGER', 'PLACED', 'AWAITING_PAYMENT' from booking where trip_id = :trip
            """;

    private static final String ATTEMPTS =
            """
            insert into payment_attempt (token, gateway, payable_id, amount_vnd, description, state, expires_at,
                                         payment_link_id, checkout_url, created_at, answered_at, next_check_at)
            select gen_random_uuid()::text, 'payos', id, :price, code, 'OPEN', :heldUntil, 'none', 'none', :now, :now,
                   :now + interval '30 seconds'
            from booking where trip_id = :trip
            returning order_code
            """;

    private final JdbcClient database;
    private final TestTrips trips;
    private @Nullable TripId first;
    private int coaches;

    public WaitingBookings(JdbcClient database) {
        this.database = database;
        this.trips = new TestTrips(database);
    }

    /** That many more, a multiple of forty, each with an open attempt; their order codes. */
    public List<Long> orders(int count, Instant now) {
        return IntStream.range(0, count / SEATS)
                .boxed()
                .flatMap(coach -> coachful(now).stream())
                .toList();
    }

    /** That many more, a multiple of forty, that nobody has begun to pay for. */
    public void unpaid(int count, Instant now) {
        for (var coach = 0; coach < count / SEATS; coach++) {
            bookedUp(now);
        }
    }

    private long bookedUp(Instant now) {
        var trip = coach(now.plus(Duration.ofDays(1)).plusMillis(coaches++)).value();
        for (var sql : List.of(HOLDS, OCCUPANCIES, BOOKINGS, PASSENGERS, HISTORY)) {
            prepared(sql, trip, now).update();
        }
        return trip;
    }

    /** No two of a company leave at the same instant. */
    private TripId coach(Instant departure) {
        if (first == null) {
            first = trips.leavingAt(departure, SEATS);
            return first;
        }
        return trips.another(first, departure, 0);
    }

    private List<Long> coachful(Instant now) {
        var trip = bookedUp(now);
        return prepared(ATTEMPTS, trip, now)
                .query((row, number) -> row.getLong("order_code"))
                .list();
    }

    private JdbcClient.StatementSpec prepared(String sql, long trip, Instant now) {
        return database.sql(sql)
                .param("trip", trip)
                .param("seats", SEATS)
                .param("price", PRICE_VND)
                .param("now", SqlTime.of(now))
                .param("heldUntil", SqlTime.of(now.plus(TIME_TO_PAY)));
    }
}
