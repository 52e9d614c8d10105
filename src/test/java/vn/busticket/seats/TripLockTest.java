package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/**
 * Whoever changes the seats of a coach lets everybody else wait who wants to change them too, so
 * that what was counted and looked up stays true; other coaches go on.
 */
@Tag("P2.2")
@Tag("P2.3")
class TripLockTest extends ApplicationTest {

    @Autowired private SeatService seats;
    @Autowired private TransactionTemplate transaction;

    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private TestTrips trips;
    private TripId trip;

    @BeforeEach
    void aTripTomorrow() {
        trips = new TestTrips(database);
        trip = trips.tomorrow(4);
    }

    @AfterEach
    void sendHome() {
        others.shutdownNow();
    }

    @Test
    void whoTakesOtherSeatsOfTheCoachWaits() throws Exception {
        assertWaits(() -> take(trip, "A02"));
    }

    @Test
    void whoSellsWaits() throws Exception {
        var hold = take(trip, "A02");
        assertWaits(() -> assertThat(seats.sell(hold.id())).isTrue());
    }

    @Test
    void whoTakesSeatsWaitsForWhoSells() throws Exception {
        var sold = take(trip, "A01");
        Future<?> waiting =
                transaction.execute(status -> {
                    assertThat(seats.sell(sold.id())).isTrue();
                    return stillWaiting(() -> take(trip, "A02"));
                });
        waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoSellsDoesNotWaitForOtherSales() {
        var first = take(trip, "A01");
        var second = take(trip, "A02");
        transaction.executeWithoutResult(status -> {
            assertThat(seats.sell(first.id())).isTrue();
            assertThat(others.submit(() -> seats.sell(second.id())))
                    .succeedsWithin(SOON)
                    .isEqualTo(true);
        });
    }

    @Test
    void whoSellsAtTheLastMomentWaitsForOtherSales() throws Exception {
        var first = take(trip, "A01");
        var second = take(trip, "A02");
        clock.advance(Duration.between(clock.instant(), second.heldUntil()).minusSeconds(1));
        Future<?> waiting =
                transaction.execute(status -> {
                    assertThat(seats.sell(first.id())).isTrue();
                    return stillWaiting(() -> assertThat(seats.sell(second.id())).isTrue());
                });
        waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoSellsSeatsThatWereClearedAwayLocksOutOtherSales() throws Exception {
        var cleared = take(trip, "A01");
        var other = take(trip, "A02");
        database.sql("delete from seat_occupancy where hold_id = :hold")
                .param("hold", cleared.id().value())
                .update();
        Future<?> waiting =
                transaction.execute(status -> {
                    assertThat(seats.sell(cleared.id())).isTrue();
                    return stillWaiting(() -> assertThat(seats.sell(other.id())).isTrue());
                });
        waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoLengthensAHoldWaits() throws Exception {
        var hold = take(trip, "A02");
        assertWaits(() -> seats.renew(hold.id(), hold.visitorId()));
        assertWaits(() -> assertThat(seats.keepUntil(hold.id(), later())).isTrue());
    }

    @Test
    void whoHasWaitedFiveSecondsIsToldThatTheCoachIsBusy() {
        var changed = take(trip, "A01");
        transaction.executeWithoutResult(status -> {
            assertThat(seats.claim(changed.token())).isPresent();
            assertThat(others.submit(() -> take(trip, "A02")))
                    .failsWithin(SOON.multipliedBy(2))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TripBusy.class);
        });
    }

    @Test
    void whoBuysOnAnotherCoachDoesNotWait() throws Exception {
        var changed = take(trip, "A01");
        var elsewhere = trips.tomorrow(4);
        transaction.executeWithoutResult(status -> {
            assertThat(seats.claim(changed.token())).isPresent();
            assertThat(others.submit(() -> take(elsewhere, "A01"))).succeedsWithin(SOON);
        });
    }

    private static final Duration SOON = Duration.ofSeconds(4);

    private void assertWaits(Runnable deed) throws Exception {
        var changed = take(trip, "A01");
        Future<?> waiting =
                transaction.execute(status -> {
                    assertThat(seats.claim(changed.token())).isPresent();
                    return stillWaiting(deed);
                });
        waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
        seats.release(changed.id());
    }

    private Future<?> stillWaiting(Runnable deed) {
        var begun = others.submit(deed);
        assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        return begun;
    }

    private java.time.Instant later() {
        return clock.instant().plusSeconds(900);
    }

    private Hold take(TripId from, String label) {
        var visitor = UUID.randomUUID();
        return seats.hold(new HoldRequest(from, WHOLE, Set.of(label), visitor, visitor.toString()));
    }
}
