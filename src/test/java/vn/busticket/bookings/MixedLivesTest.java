package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.Privacy;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundQueries;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;
import vn.busticket.testing.StaffPeople;
import vn.busticket.testing.TestStaff;
import vn.busticket.tickets.Boarding;

/**
 * Whatever passengers, operators, crews, banks and staff do to one coach in whatever order, all
 * invariants hold after each step. {@code -Dmixed.seed} leads the life again that begins with that
 * seed.
 */
@Tag("P3.7")
@Tag("P4.1")
@Tag("P4.5")
@Tag("P4.6")
@Tag("P4.7")
@Tag("P5.3")
@Tag("P7.3")
class MixedLivesTest extends ChangeTest {

    private static final int STEPS = 24;
    private static final Duration UNTIL_IT_LEAVES = Duration.ofMinutes(150);

    private static final List<Class<? extends Job>> JOBS =
            List.of(
                    LapseChangesJob.class,
                    ExpireBookingsJob.class,
                    CallOffBookingsJob.class,
                    ReturnLatePartsJob.class,
                    CompleteBookingsJob.class);

    @Autowired private Boarding boarding;
    @Autowired private TripMove move;
    @Autowired private CoachSwap swap;
    @Autowired private TripCancellation callingOff;
    @Autowired private RefundQueries refunds;
    @Autowired private RefundDesk refundDesk;
    @Autowired private Privacy privacy;
    @Autowired private StaffPeople people;

    private final Set<MixedLife.Deed> done = EnumSet.noneOf(MixedLife.Deed.class);

    @Test
    void everythingAtOnceKeepsSeatsMoneyAndPeopleWhole() {
        lead(8, Long.getLong("mixed.seed", 1));
    }

    @Test
    @Tag("full")
    void fourHundredMixedLivesKeepSeatsMoneyAndPeopleWhole() {
        lead(400, 1_000_000);
        assertThat(done).containsExactlyInAnyOrder(MixedLife.Deed.values());
    }

    private void lead(int count, long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            lead(seed);
            if (seed % 50 == 0) {
                Rows.count(database);
            }
        }
        assertThat(done)
                .contains(MixedLife.Deed.BOARDED, MixedLife.Deed.MOVED, MixedLife.Deed.OTHER_COACH);
    }

    private void lead(long seed) {
        clock.set(SettableClock.START);
        var luck = new Random(seed);
        var leaves = clock.instant().plus(UNTIL_IT_LEAVES);
        var home = trips.leavingAt(leaves, ChangeLife.SEATS);
        trips.setPolicy(home, 30, 5, "90:10", "0:50");
        var other = trips.another(home, leaves.plus(Duration.ofHours(2)), MORE);
        var testStaff = new TestStaff(database);
        var rows = Rows.madeFromNowOn(database);
        var life =
                new MixedLife(
                        seed,
                        doors(),
                        List.of(home, other),
                        List.of(testStaff.ofCompany(home), testStaff.administrator()),
                        people.passenger(),
                        done);
        try {
            for (int step = 0; step < STEPS; step++) {
                life.goOn();
                Invariants.check(database, rows);
                pass(luck);
                Invariants.check(database, rows);
            }
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("Again with -Dmixed.seed=" + seed + ": " + life, broken);
        }
    }

    private void pass(Random luck) {
        if (luck.nextInt(2) == 0) {
            clock.advance(Duration.ofSeconds(luck.nextInt(1_200)));
            run(JOBS.get(luck.nextInt(JOBS.size())));
        }
    }

    private MixedLife.Doors doors() {
        return new MixedLife.Doors(
                new ChangeLife.Doors(
                        seats,
                        checkout,
                        paymentStart,
                        paymentQueries,
                        changes,
                        cancellation,
                        bookings,
                        this::pay,
                        this::parties),
                boarding,
                move,
                swap,
                callingOff,
                refunds,
                refundDesk,
                privacy,
                database,
                clock);
    }
}
