package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.notifications.Reminders.Place;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.WaitingBookings;

/** 100,000 reminders due at once (F7): a sweep beside one SQL statement, and two nodes at once. */
@Tag("benchmark")
@Tag("P6.6")
class ReminderBenchmarkTest extends ApplicationTest {

    private static final int BOOKINGS = 100_000;
    private static final String FLOOR =
            """
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
            select 'REMINDER', 'EMAIL', id, 'reminder:' || id, 'QUEUED', :now, :now
              from booking
             where state = 'CONFIRMED' and departs_at between :now and :until
            on conflict (dedupe_key) do nothing
            """;

    /** Everybody has had a confirmation, as in life. */
    private static final String TOLD_BEFORE =
            """
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, finished_at)
            select 'CONFIRMATION', 'EMAIL', id, 'confirmation:' || id, 'SENT', :bought, :bought
              from booking
             where state = 'CONFIRMED'
            on conflict (dedupe_key) do nothing
            """;

    @Autowired private Reminders reminders;

    @Test
    void aHundredThousandAtOnce() {
        makeDue();
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
        benchmark.print();
    }

    private void makeDue() {
        var now = clock.instant();
        new WaitingBookings(database).orders(BOOKINGS, now.minus(Duration.ofHours(3)));
        database.sql("delete from notification_attempt").update();
        database.sql("delete from notification").update();
        database.sql(
                        """
                        update booking set state = 'CONFIRMED', confirmed_at = :bought
                         where state = 'AWAITING_PAYMENT'
                        """)
                .param("bought", SqlTime.of(now.minus(Duration.ofHours(3))))
                .update();
        database.sql(TOLD_BEFORE).param("bought", SqlTime.of(now)).update();
        database.sql("vacuum analyze booking").update();
    }

    private double timed(Runnable work) {
        database.sql("delete from notification where kind = 'REMINDER'").update();
        database.sql("vacuum analyze notification").update();
        var begin = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - begin) / 1e9;
        var queued =
                database.sql(
                                """
                                select count(*) = count(distinct booking_id) and count(*) >= :least
                                  from notification where kind = 'REMINDER'
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
