package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/**
 * A process of the packaged application dies of {@code kill -9} while it moves and pays back the
 * passengers of trips that were called off; the next one goes on where it was.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P4.7")
@Tag("P6.3")
class CallOffFaultsStory {

    private static final int BOOKINGS = 800;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void nobodyIsLeftBehindAndNobodyIsToldTwice() throws Exception {
        try (var site = FaultSite.open(1)) {
            var database = site.database();
            site.pay(site.orders(BOOKINGS), Duration.ofSeconds(30)).get();
            Mailbox.waitUntil(() -> confirmed(database) == BOOKINGS, PATIENCE);
            assertThat(confirmed(database)).isEqualTo(BOOKINGS);

            callOffAll(database);
            waitForTheFirst(database);
            site.kill(0);
            var settled = settled(database);
            System.out.printf("%d of %d bookings settled before the kill%n", settled, BOOKINGS);
            assertThat(settled).isBetween(1L, BOOKINGS - 1L);
            Invariants.check(database);

            site.startAgain(0);
            Mailbox.waitUntil(() -> settled(database) == BOOKINGS, PATIENCE);
            assertThat(moved(database)).isEqualTo(BOOKINGS / 2);
            assertThat(settled(database)).isEqualTo(BOOKINGS);
            assertThat(timesTold(database)).containsOnly(1L).hasSize(BOOKINGS);
            Invariants.checkAtRest(database, Clock.systemUTC().instant());
        }
    }

    /**
     * The rows that staff leave who call trips off: of half of the trips the passengers go by
     * another one, of the others they get their money back.
     */
    private static void callOffAll(JdbcClient database) {
        var trips =
                database.sql("select distinct trip_id from booking order by trip_id")
                        .query((row, number) -> new TripId(row.getLong("trip_id")))
                        .list();
        var made = new TestTrips(database);
        var later = Clock.systemUTC().instant().plus(Duration.ofDays(2));
        for (var number = 0; number < trips.size(); number++) {
            var trip = trips.get(number);
            var other = number % 2 == 0 ? made.another(trip, later.plusSeconds(number), 0) : null;
            database.sql(
                            """
                            with called_off as (
                                update trip set state = 'CANCELLED' where id = :trip returning id, departs_at),
                            moved as (
                                insert into trip_transfer (trip_id, other_trip_id)
                                select :trip, cast(:other as bigint) where cast(:other as bigint) is not null)
                            insert into trip_disruption (trip_id, kind, account_id, reason, at, departs_before,
                                                         departs_after, bookings, passengers, amount_vnd)
                            select id, 'CALLED_OFF', 1, 'xe hỏng', :now, departs_at, departs_at, 40, 40, 0
                              from called_off
                            """)
                    .param("trip", trip.value())
                    .param("now", SqlTime.of(Clock.systemUTC().instant()))
                    .param("other", other == null ? null : other.value())
                    .update();
        }
    }

    /** The job settles some hundred bookings a second: that moment must not be slept through. */
    private static void waitForTheFirst(JdbcClient database) {
        var end = Clock.systemUTC().instant().plus(PATIENCE);
        while (settled(database) == 0 && Clock.systemUTC().instant().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    private static long confirmed(JdbcClient database) {
        return one(database, "select count(*) from booking where state = 'CONFIRMED'");
    }

    private static long moved(JdbcClient database) {
        return one(
                database,
                "select count(*) from booking_history where event = 'MOVED_TO_OTHER_TRIP'");
    }

    private static long settled(JdbcClient database) {
        return one(
                database,
                """
                select count(*) from booking_history
                 where event = 'MOVED_TO_OTHER_TRIP' or event = 'CANCELLED' and actor = 'OPERATOR'
                """);
    }

    /** How often each booking was told that its trip is another one, or does not run. */
    private static List<Long> timesTold(JdbcClient database) {
        return database.sql(
                        """
                        select count(*) as times from notification
                         where kind in ('TRIP_MOVED', 'TRIP_CANCELLED') and channel = 'EMAIL'
                         group by booking_id
                        """)
                .query((row, number) -> row.getLong("times"))
                .list();
    }

    private static long one(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
