package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/** Nobody empties a coach, or all of them, without paying. */
@Tag("P2.3")
class HoldLimitsTest extends ApplicationTest {

    @Autowired private SeatService seats;

    private TestTrips trips;
    private TripId trip;
    private final UUID anna = UUID.randomUUID();
    private final String address = "address-" + UUID.randomUUID();

    @BeforeEach
    void aTripTomorrow() {
        trips = new TestTrips(database);
        trip = trips.tomorrow(40);
    }

    @Test
    void refusesTheThirteenthUnpaidSeatOfOneVisitorOnATrip() {
        place(trip, anna, 1);
        place(trip, anna, 7);
        assertThatThrownBy(() -> take(trip, anna, 13, 1)).isInstanceOf(HoldLimitReached.class);
        clock.advance(Duration.ofMinutes(20));
        assertThat(take(trip, anna, 13, 1).state()).isEqualTo(Hold.State.LIVE);
    }

    @Test
    void refusesTheTwentyFifthUnpaidSeatOfOneVisitorOnAllTrips() {
        for (int bus = 0; bus < 2; bus++) {
            var other = trips.tomorrow(40);
            place(other, anna, 1);
            place(other, anna, 7);
        }
        assertThatThrownBy(() -> take(trip, anna, 1, 1)).isInstanceOf(HoldLimitReached.class);
        clock.advance(Duration.ofMinutes(20));
        assertThat(take(trip, anna, 1, 1).state()).isEqualTo(Hold.State.LIVE);
    }

    @Test
    void oneVisitorOnManyTripsAtOnceGetsNoMoreThanOnePersonMayKeep() throws Exception {
        var tries = new ArrayList<Callable<Hold>>();
        for (int bus = 0; bus < 12; bus++) {
            var other = trips.tomorrow(40);
            tries.add(() -> take(other, anna, 1, 6));
        }
        var holds = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : executor.invokeAll(tries)) {
                if (one.state() == Future.State.SUCCESS) {
                    holds++;
                } else {
                    assertThat(one.exceptionNow()).isInstanceOf(HoldLimitReached.class);
                }
            }
        }
        assertThat(holds).isEqualTo(4);
    }

    @Test
    void refusesManyVisitorsOfOneAddressOnATrip() {
        fromOneAddress(trip);
        assertThatThrownBy(() -> take(trip, anna, address, 25, 1))
                .isInstanceOf(HoldLimitReached.class);
        assertThat(take(trip, anna, 25, 1).state()).isEqualTo(Hold.State.LIVE);
    }

    @Test
    void refusesManyVisitorsOfOneAddressOnAllTrips() {
        for (int bus = 0; bus < 5; bus++) {
            fromOneAddress(trips.tomorrow(40));
        }
        assertThatThrownBy(() -> take(trip, anna, address, 1, 1))
                .isInstanceOf(HoldLimitReached.class);
        assertThat(take(trip, anna, 1, 1).state()).isEqualTo(Hold.State.LIVE);
    }

    @Test
    void whatIsSoldDoesNotCount() {
        assertThat(seats.sell(take(trip, anna, 1, 6).id())).isTrue();
        assertThat(seats.sell(take(trip, anna, 7, 6).id())).isTrue();
        assertThat(take(trip, anna, 13, 6).state()).isEqualTo(Hold.State.LIVE);
    }

    private void fromOneAddress(TripId from) {
        for (int visitor = 0; visitor < 4; visitor++) {
            take(from, UUID.randomUUID(), address, 1 + 6 * visitor, 6);
        }
    }

    /** Six seats on which a booking stands, so that the next hold does not replace them. */
    private void place(TripId from, UUID visitor, int first) {
        var hold = take(from, visitor, first, 6);
        assertThat(seats.keepUntil(hold.id(), clock.instant().plus(Duration.ofMinutes(15))))
                .isTrue();
    }

    private Hold take(TripId from, UUID visitor, int first, int count) {
        return take(from, visitor, visitor.toString(), first, count);
    }

    private Hold take(TripId from, UUID visitor, String addressKey, int first, int count) {
        return seats.hold(new HoldRequest(from, WHOLE, labels(first, count), visitor, addressKey));
    }

    private static Set<String> labels(int first, int count) {
        var labels = new TreeSet<String>();
        for (int seat = first; seat < first + count; seat++) {
            labels.add("A%02d".formatted(seat));
        }
        return labels;
    }
}
