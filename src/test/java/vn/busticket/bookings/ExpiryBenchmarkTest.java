package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.benchmark.PageVisitors;
import vn.busticket.bookings.BookingSweeps.Position;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.WaitingBookings;

/**
 * 100,000 bookings that run out of time at once without an attempt to pay (F7): the sweep beside
 * one SQL statement, two nodes at once, and what people notice who look at pages meanwhile.
 */
@Tag("benchmark")
@Tag("P4.2")
class ExpiryBenchmarkTest extends ApplicationTest {

    private static final int BOOKINGS = Integer.getInteger("benchmark.bookings", 100_000);
    private static final String FLOOR =
            """
            with due as (
                select id, hold_id from booking
                 where state = 'AWAITING_PAYMENT' and payment_deadline <= :now and id > :since
                   for update skip locked),
            expired as (
                update booking set state = 'EXPIRED', expired_at = :now, version = version + 1
                 where id in (select id from due)),
            told as (
                insert into booking_history (booking_id, at, actor, event, from_state, to_state)
                select id, :now, 'TIME', 'EXPIRED', 'AWAITING_PAYMENT', 'EXPIRED' from due),
            released as (
                update seat_hold set released_at = :now where id in (select hold_id from due)),
            freed as (
                delete from seat_occupancy where hold_id in (select hold_id from due))
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
            select 'EXPIRY', 'EMAIL', id, 'expiry:' || id, 'QUEUED', :now, :now from due
            """;

    private static final List<String> CHANGED =
            List.of(
                    "booking",
                    "booking_history",
                    "notification",
                    "seat_hold",
                    "seat_occupancy",
                    "booking_fact",
                    "booking_counted",
                    "sales_tail");

    @Autowired private BookingExpiry expiry;

    private long since;
    private long holdSince;

    @Test
    void aHundredThousandAtOnce() {
        var rows = Rows.madeFromNowOn(database);
        makeDue();
        var benchmark = new Benchmark("F7 expiry, " + BOOKINGS + " due at once, none being paid");
        timed(this::floor);
        timed(this::sweep);
        benchmark.measure(
                "one node", "1/s", ">= 0.15 x", () -> timed(this::floor), () -> timed(this::sweep));
        benchmark.measure(
                "two nodes",
                "1/s",
                ">= 0.15 x",
                () -> timed(this::floor),
                () -> timed(this::sweepByTwo));
        var visitors = new PageVisitors(address(), database, clock);
        benchmark.measure(
                "p99 of a page meanwhile, beside a quiet time",
                "ms",
                "<= 2 x",
                visitors::p99,
                () -> {
                    prepare();
                    return visitors.p99While(this::sweep);
                });
        benchmark.print();
        Invariants.check(database, rows);
    }

    /** As many ran out of time before them, so that no table is new. */
    private void makeDue() {
        var waiting = new WaitingBookings(database);
        waiting.unpaid(BOOKINGS, clock.instant());
        clock.advance(Duration.ofMinutes(20));
        sweep();
        database.sql("select fold_sales(:all)")
                .param("all", 2 * BOOKINGS)
                .query(Long.class)
                .single();
        since = last("booking");
        holdSince = last("seat_hold");
        waiting.unpaid(BOOKINGS, clock.instant());
        clock.advance(Duration.ofMinutes(20));
    }

    /** Everything as it was before the deadline. */
    private void prepare() {
        about(
                """
                delete from notification where booking_id > :since and kind = 'EXPIRY'
                """);
        about(
                """
                delete from booking_history where booking_id > :since and event = 'EXPIRED'
                """);
        about(
                """
                update booking set state = 'AWAITING_PAYMENT', expired_at = null
                 where id > :since and state = 'EXPIRED'
                """);
        about(
                """
                update seat_hold set released_at = null where id > :holdSince and released_at is not null
                """);
        about(
                """
                insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                select h.trip_id, h.seat_labels[1], int4range(h.from_sequence, h.to_sequence), h.id, h.held_until
                  from seat_hold h
                 where h.id > :holdSince
                   and not exists (select from seat_occupancy o where o.hold_id = h.id)
                """);
        about("delete from booking_fact where booking_id > :since");
        about("delete from booking_counted where booking_id > :since");
        database.sql("delete from sales_tail where expired_bookings > 0").update();
        for (var table : CHANGED) {
            database.sql("vacuum analyze " + table).update();
        }
    }

    private double timed(Runnable work) {
        prepare();
        var begin = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - begin) / 1e9;
        assertEachExpiredOnce();
        return BOOKINGS / seconds;
    }

    private void assertEachExpiredOnce() {
        for (var facts :
                new String[] {
                    "select count(*) from booking where id > :since and state = 'EXPIRED'",
                    "select count(*) from booking_history where booking_id > :since and event = 'EXPIRED'",
                    "select count(*) from notification where booking_id > :since and kind = 'EXPIRY'"
                }) {
            assertThat(with(database.sql(facts)).query(Integer.class).single())
                    .as(facts)
                    .isEqualTo(BOOKINGS);
        }
    }

    private void floor() {
        with(database.sql(FLOOR)).param("now", SqlTime.of(clock.instant())).update();
    }

    private void sweepByTwo() {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            nodes.execute(this::sweep);
            nodes.execute(this::sweep);
        }
        sweep();
    }

    private void sweep() {
        var next = Optional.of(Position.START);
        while (next.isPresent()) {
            next = expiry.expireBatch(next.get());
        }
    }

    private void about(String sql) {
        with(database.sql(sql)).update();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement) {
        return statement.param("since", since).param("holdSince", holdSince);
    }

    private long last(String table) {
        return database.sql("select coalesce(max(id), 0) from " + table).query(Long.class).single();
    }
}
