package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

@Tag("P2.3")
class SeatRaceTest extends ApplicationTest {

    @Autowired private SeatService seats;

    @Test
    @Tag("P2.2")
    void oneOfTwoHundredBuyersGetsTheSeat() throws Exception {
        var trip = new TestTrips(database).tomorrow(4);
        var winners = race(200, buyer -> List.of("A01"), trip);
        assertThat(winners).hasSize(1);
        Invariants.check(database);
    }

    @Test
    void buyersOfFourSeatsInAnyOrderNeitherDeadlockNorShareOne() throws Exception {
        var trip = new TestTrips(database).tomorrow(12);
        var labels = IntStream.rangeClosed(1, 12).mapToObj("A%02d"::formatted).toList();
        var winners =
                race(
                        80,
                        buyer -> {
                            var shuffled = new ArrayList<>(labels);
                            Collections.shuffle(shuffled, new Random(buyer));
                            return shuffled.subList(0, 4);
                        },
                        trip);
        assertThat(winners).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(winners.stream().flatMap(hold -> hold.seatLabels().stream()))
                .doesNotHaveDuplicates();
        Invariants.check(database);
    }

    @Test
    void aVisitorWhoClicksTwentyTimesAtOnceEndsWithOneHold() throws Exception {
        var trip = new TestTrips(database).tomorrow(40);
        var visitor = UUID.randomUUID();
        var clicks =
                IntStream.rangeClosed(1, 20)
                        .<Callable<Hold>>mapToObj(click ->
                                () -> take(trip, visitor, List.of("A%02d".formatted(click))))
                        .toList();
        winners(clicks);
        var held =
                database.sql("select count(*) from seat_occupancy where trip_id = :trip")
                        .param("trip", trip.value())
                        .query(Integer.class)
                        .single();
        assertThat(held).isEqualTo(1);
    }

    private interface Wish {
        Collection<String> of(int buyer);
    }

    private List<Hold> race(int buyers, Wish wish, TripId trip) throws Exception {
        var tries =
                IntStream.range(0, buyers)
                        .<Callable<Hold>>mapToObj(
                                buyer -> () -> take(trip, UUID.randomUUID(), wish.of(buyer)))
                        .toList();
        return winners(tries);
    }

    private Hold take(TripId trip, UUID visitor, Collection<String> labels) {
        return seats.hold(
                new HoldRequest(trip, WHOLE, new TreeSet<>(labels), visitor, visitor.toString()));
    }

    /** Those that got their seats; every other must have been refused because they are taken. */
    private static List<Hold> winners(List<Callable<Hold>> tries) throws Exception {
        var holds = new ArrayList<Hold>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Hold> one : executor.invokeAll(tries)) {
                try {
                    holds.add(one.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(SeatsTaken.class);
                }
            }
        }
        return holds;
    }
}
