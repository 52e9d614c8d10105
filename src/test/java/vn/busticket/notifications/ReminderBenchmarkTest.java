package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.benchmark.PageVisitors;
import vn.busticket.notifications.Reminders.Place;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.WaitingBookings;

/**
 * 100,000 reminders due at once (F7): a sweep beside one SQL statement, two nodes at once, and what
 * people notice who look at pages meanwhile. Its bookings were confirmed by nobody, so that no
 * other test may see them.
 */
@Tag("benchmark")
@Tag("P6.6")
@DirtiesContext
class ReminderBenchmarkTest extends ApplicationTest {

    private static final int BOOKINGS = Integer.getInteger("benchmark.bookings", 100_000);
    private static final String FLOOR =
            """
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
            select 'REMINDER', 'EMAIL', id, 'reminder:' || id, 'QUEUED', :now, :now
              from booking
             where state = 'CONFIRMED' and departs_at between :now and :until
            on conflict (dedupe_key) do nothing
            """;

    /**
     * Everybody has had a confirmation and a receipt, and there were as many travellers before them
     * who were reminded too, as in life.
     */
    private static final String TOLD_BEFORE =
            """
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, finished_at)
            select kind, 'EMAIL', id, 'before:' || kind || ':' || id, 'SENT', :bought, :bought
              from booking
             cross join unnest(case state when 'CONFIRMED' then array['CONFIRMATION', 'RECEIPT']
                               else array['CONFIRMATION', 'RECEIPT', 'REMINDER'] end) as kind
             where state in ('CONFIRMED', 'COMPLETED')
            """;

    @Autowired private Reminders reminders;

    @Test
    void aHundredThousandAtOnce() {
        makeDue();
        assertReadsNoWholeTable();
        var benchmark = new Benchmark("F7 reminders, " + BOOKINGS + " due at once");
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
    }

    /** However much was told before, only what is due is looked at. */
    private void assertReadsNoWholeTable() {
        var plan =
                reminders
                        .parameters(database.sql("explain " + Reminders.QUEUE_NEXT), Place.START)
                        .query((row, number) -> row.getString(1))
                        .list();
        assertThat(plan)
                .noneMatch(line -> line.contains("Seq Scan on notification"))
                .noneMatch(line -> line.contains("Seq Scan on booking"));
    }

    private void makeDue() {
        var now = clock.instant();
        new WaitingBookings(database).unpaid(2 * BOOKINGS, now.minus(Duration.ofHours(3)));
        database.sql("delete from notification_attempt").update();
        database.sql("delete from notification").update();
        database.sql(
                        """
                        update booking
                           set confirmed_at = :bought,
                               state = case id % 2 when 0 then 'CONFIRMED' else 'COMPLETED' end,
                               completed_at = case id % 2 when 0 then null else :bought end
                         where state = 'AWAITING_PAYMENT'
                        """)
                .param("bought", SqlTime.of(now.minus(Duration.ofHours(3))))
                .update();
        database.sql(TOLD_BEFORE).param("bought", SqlTime.of(now)).update();
        database.sql("vacuum analyze booking").update();
        prepare();
    }

    private void prepare() {
        database.sql(
                        """
                        delete from notification
                         where kind = 'REMINDER'
                           and booking_id in (select id from booking where state = 'CONFIRMED')
                        """)
                .update();
        database.sql("vacuum analyze notification").update();
    }

    private double timed(Runnable work) {
        prepare();
        var begin = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - begin) / 1e9;
        var queued =
                database.sql(
                                """
                                select count(*) = count(distinct booking_id) and count(*) >= :least
                                  from notification n join booking b on b.id = n.booking_id
                                 where n.kind = 'REMINDER' and b.state = 'CONFIRMED'
                                """)
                        .param("least", BOOKINGS)
                        .query(Boolean.class)
                        .single();
        assertThat(queued).as("each exactly once").isTrue();
        return BOOKINGS / seconds;
    }

    private void floor() {
        database.sql(FLOOR)
                .param("now", SqlTime.of(clock.instant()))
                .param("until", SqlTime.of(clock.instant().plus(Duration.ofHours(24))))
                .update();
    }

    private void sweepByTwo() {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            nodes.execute(this::sweep);
            nodes.execute(this::sweep);
        }
        sweep();
    }

    private void sweep() {
        var place = reminders.queueAfter(Place.START);
        while (place.isPresent()) {
            place = reminders.queueAfter(place.get());
        }
    }
}
