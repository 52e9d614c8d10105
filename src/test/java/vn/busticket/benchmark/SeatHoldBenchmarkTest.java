package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatService;
import vn.busticket.seats.SeatsTaken;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/** Many buyers at once on one coach (F2): tries per second beside bare SQL, and who wins. */
@Tag("benchmark")
@Tag("P2.3")
class SeatHoldBenchmarkTest extends ApplicationTest {

    private static final int SEATS = 40;
    private static final int BUYERS = 500;
    private static final int RUNS = 20;
    private static final List<String> LABELS =
            IntStream.rangeClosed(1, SEATS).mapToObj("A%02d"::formatted).toList();

    @Autowired private SeatService seats;
    @Autowired private DataSource dataSource;

    /** Tries for seats; true if all of them were taken. */
    private interface Buying {
        boolean take(TripId trip, Collection<String> labels);
    }

    private interface Wish {
        List<String> of(int buyer);
    }

    @Test
    void manyBuyersOfOneCoach() {
        var bare = new BareHolds(dataSource);
        var benchmark = new Benchmark("F2 seat holds, " + BUYERS + " buyers at once");
        race(this::take, buyer -> List.of(LABELS.get(buyer % SEATS)));
        race(bare::take, buyer -> List.of(LABELS.get(buyer % SEATS)));
        compare(benchmark, "for 40 seats", bare, buyer -> List.of(LABELS.get(buyer % SEATS)));
        compare(benchmark, "for 1 seat", bare, buyer -> List.of("A01"));
        compare(benchmark, "for 4 seats each, in any order", bare, SeatHoldBenchmarkTest::four);
        benchmark.print();
    }

    @Test
    void theWinnersAreExactInEveryRun() {
        for (int run = 0; run < RUNS; run++) {
            assertThat(race(this::take, buyer -> List.of(LABELS.get(buyer % SEATS))).winners())
                    .isEqualTo(SEATS);
            assertThat(race(this::take, buyer -> List.of("A01")).winners()).isEqualTo(1);
            assertThat(race(this::take, SeatHoldBenchmarkTest::four).winners()).isBetween(1, 10);
        }
        Invariants.check(database);
    }

    private void compare(Benchmark benchmark, String name, BareHolds bare, Wish wish) {
        benchmark.measure(
                name,
                "1/s",
                ">= 0.2 x",
                () -> race(bare::take, wish).triesPerSecond(),
                () -> race(this::take, wish).triesPerSecond());
    }

    private record Race(int winners, double triesPerSecond) {}

    private Race race(Buying buying, Wish wish) {
        var trip = new TestTrips(database).tomorrow(SEATS);
        var begin = System.nanoTime();
        var winners = 0;
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Boolean>>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                var labels = wish.of(buyer);
                tries.add(buyers.submit(() -> buying.take(trip, labels)));
            }
            for (var one : tries) {
                winners += one.get() ? 1 : 0;
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("A buyer got neither seats nor a refusal", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
        return new Race(winners, BUYERS * 1e9 / (System.nanoTime() - begin));
    }

    private boolean take(TripId trip, Collection<String> labels) {
        var visitor = UUID.randomUUID();
        try {
            seats.hold(
                    new HoldRequest(
                            trip, WHOLE, new TreeSet<>(labels), visitor, visitor.toString()));
            return true;
        } catch (SeatsTaken refused) {
            return false;
        }
    }

    private static List<String> four(int buyer) {
        var shuffled = new ArrayList<>(LABELS);
        Collections.shuffle(shuffled, new Random(buyer));
        return List.copyOf(shuffled.subList(0, 4));
    }
}
