package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;

/**
 * Whatever passengers change, split, pay, let lapse and cancel in whatever order: no seat has two
 * owners, no đồng is lost, and a booking is whole at any moment. {@code -Dchanges.seed} leads the
 * life again that begins with that seed.
 */
@Tag("P4.5")
@Tag("P3.7")
class ChangeLivesTest extends ChangeTest {

    private static final int STEPS = 16;

    @Test
    void anyOrderOfChangesKeepsSeatsAndMoneyWhole() {
        lead(60, Long.getLong("changes.seed", 1));
    }

    @Test
    @Tag("full")
    void threeThousandOrdersOfChangesKeepSeatsAndMoneyWhole() {
        lead(3_000, 1_000_000);
    }

    private void lead(int count, long firstSeed) {
        var parties = 0L;
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            parties += lead(seed);
            if (seed % 100 == 0) {
                Rows.count(database);
            }
        }
        assertThat(parties).as("parties that were split").isGreaterThan(count / 10);
    }

    /** Leads one life; how many parties were split in it. */
    private long lead(long seed) {
        clock.set(SettableClock.START);
        var luck = new Random(seed);
        var rows = Rows.madeFromNowOn(database);
        var home = trips.tomorrow(ChangeLife.SEATS);
        var nextDay = clock.instant().plus(Duration.ofDays(2));
        var life =
                new ChangeLife(
                        seed,
                        doors(),
                        List.of(
                                home,
                                trips.another(home, nextDay, MORE),
                                trips.another(home, nextDay.plusSeconds(3_600), -MORE)));
        try {
            for (int step = 0; step < STEPS; step++) {
                life.goOn();
                if (luck.nextInt(3) == 0) {
                    clock.advance(Duration.ofSeconds(luck.nextInt(1_200)));
                    run(luck.nextBoolean() ? LapseChangesJob.class : ExpireBookingsJob.class);
                }
                if (luck.nextInt(4) == 0) {
                    Invariants.check(database, rows);
                }
            }
            Invariants.check(database, rows);
            return life.parties();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("Again with -Dchanges.seed=" + seed + ": " + life, broken);
        }
    }

    private ChangeLife.Doors doors() {
        return new ChangeLife.Doors(
                seats,
                checkout,
                paymentStart,
                paymentQueries,
                changes,
                cancellation,
                bookings,
                this::pay,
                this::parties);
    }
}
