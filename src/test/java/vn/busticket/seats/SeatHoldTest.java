package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.testing.TestTrips.FIRST_HALF;
import static vn.busticket.testing.TestTrips.SECOND_HALF;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.SettableClock;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

@Tag("P2.3")
class SeatHoldTest extends ApplicationTest {

    @Autowired private SeatService seats;
    @Autowired private SeatQueries queries;
    @Autowired private ClusterNotices notices;

    private TestTrips trips;
    private TripId trip;
    private final UUID anna = UUID.randomUUID();
    private final UUID binh = UUID.randomUUID();

    @BeforeEach
    void aTripTomorrow() {
        trips = new TestTrips(database);
        trip = trips.tomorrow(40);
    }

    @Test
    void takesSeatsAtTodaysFareForTenMinutes() {
        var hold = take(anna, WHOLE, "A01", "A02");
        assertThat(hold.heldUntil()).isEqualTo(SettableClock.START.plus(Duration.ofMinutes(10)));
        assertThat(hold.seatLabels()).containsExactly("A01", "A02");
        assertThat(hold.total()).isEqualTo(new Vnd(600_000));
        assertThat(queries.findByToken(hold.token())).contains(hold);
    }

    @Test
    void takesAllSeatsOrNone() {
        take(anna, WHOLE, "A02");
        assertThatThrownBy(() -> take(binh, WHOLE, "A01", "A02", "A03"))
                .isInstanceOfSatisfying(
                        SeatsTaken.class,
                        refused -> assertThat(refused.labels()).containsExactly("A02"));
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.FREE);
        assertThat(stateOf("A03", WHOLE)).isEqualTo(SeatMap.State.FREE);
    }

    @Test
    @Tag("P2.2")
    void sellsOneSeatOnTwoStretchesThatDoNotOverlap() {
        assertThat(seats.sell(take(anna, FIRST_HALF, "A01").id())).isTrue();
        assertThat(seats.sell(take(binh, SECOND_HALF, "A01").id())).isTrue();
        assertThatThrownBy(() -> take(UUID.randomUUID(), WHOLE, "A01"))
                .isInstanceOf(SeatsTaken.class);
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.SOLD);
    }

    @Test
    @Tag("P2.2")
    void theDatabaseItselfRefusesASecondOwner() {
        var hold = take(anna, WHOLE, "A01");
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                                        values (:trip, 'A01', '[1,2)', :hold, 'infinity')
                                        """)
                                .param("trip", trip.value())
                                .param("hold", hold.id().value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_seat_sold_twice");
    }

    @Test
    void isFreeForEverybodyAtTheInstantItsTimeIsOver() {
        var hold = take(anna, WHOLE, "A01");
        clock.set(hold.heldUntil().minusNanos(1_000));
        assertThatThrownBy(() -> take(binh, WHOLE, "A01")).isInstanceOf(SeatsTaken.class);
        clock.set(hold.heldUntil());
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.FREE);
        assertThat(take(binh, WHOLE, "A01").state()).isEqualTo(Hold.State.LIVE);
    }

    @Test
    void aNewHoldOfTheSameVisitorReplacesTheOldOne() {
        var old = take(anna, WHOLE, "A01", "A02");
        var fresh = take(anna, WHOLE, "A02", "A03");
        assertThat(queries.find(old.id()).orElseThrow().state()).isEqualTo(Hold.State.RELEASED);
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.FREE);
        assertThat(queries.seatMap(trip, WHOLE, fresh.id()).seat("A02").state())
                .isEqualTo(SeatMap.State.OWN);
        assertThat(seats.keepUntil(old.id(), clock.instant().plusSeconds(60))).isFalse();
    }

    @Test
    void aRefusedNewHoldLeavesTheOldOne() {
        take(binh, WHOLE, "A05");
        var old = take(anna, WHOLE, "A01");
        assertThatThrownBy(() -> take(anna, WHOLE, "A04", "A05")).isInstanceOf(SeatsTaken.class);
        assertThat(queries.find(old.id()).orElseThrow().state()).isEqualTo(Hold.State.LIVE);
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.HELD);
    }

    @Test
    void aHoldWithABookingIsNotReplaced() {
        var placed = take(anna, WHOLE, "A01");
        assertThat(seats.keepUntil(placed.id(), clock.instant().plusSeconds(900))).isTrue();
        take(anna, WHOLE, "A02");
        assertThat(queries.find(placed.id()).orElseThrow().state()).isEqualTo(Hold.State.LIVE);
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.HELD);
    }

    @Test
    void refusesASeventhSeat() {
        assertThatThrownBy(() -> take(anna, WHOLE, "A01", "A02", "A03", "A04", "A05", "A06", "A07"))
                .isInstanceOf(TooManySeats.class);
    }

    @Test
    void givesTheFullTimeAgainTwice() {
        var hold = take(anna, WHOLE, "A01");
        clock.advance(Duration.ofMinutes(9));
        assertThat(seats.renew(hold.id(), anna).heldUntil())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(9));
        assertThat(seats.renew(hold.id(), anna).renewals()).isEqualTo(2);
        assertThatThrownBy(() -> seats.renew(hold.id(), anna)).isInstanceOf(NoRenewalLeft.class);
        assertThatThrownBy(() -> seats.renew(hold.id(), binh)).isInstanceOf(HoldExpired.class);
    }

    @Test
    void whoHasABookingOnItCannotLengthenTheHoldAnyMore() {
        var hold = take(anna, WHOLE, "A01");
        var deadline = clock.instant().plus(Duration.ofMinutes(3));
        assertThat(seats.keepUntil(hold.id(), deadline)).isTrue();
        assertThatThrownBy(() -> seats.renew(hold.id(), anna)).isInstanceOf(HoldExpired.class);
        assertThat(queries.find(hold.id()).orElseThrow().heldUntil()).isEqualTo(deadline);
    }

    @Test
    void sellsOverdueSeatsThatNobodyTook() {
        var hold = take(anna, WHOLE, "A01", "A02");
        clock.advance(Duration.ofHours(1));
        run(ReleaseOverdueHoldsJob.class);
        assertThat(seats.sell(hold.id())).isTrue();
        assertThat(seats.sell(hold.id())).isTrue();
        assertThat(stateOf("A02", WHOLE)).isEqualTo(SeatMap.State.SOLD);
    }

    @Test
    void changesNothingWhenOneOfTheOverdueSeatsIsTaken() {
        var hold = take(anna, WHOLE, "A01", "A02");
        clock.advance(Duration.ofHours(1));
        take(binh, SECOND_HALF, "A02");
        assertThat(seats.sell(hold.id())).isFalse();
        assertThat(seats.keepUntil(hold.id(), clock.instant().plusSeconds(60))).isFalse();
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.FREE);
        assertThat(stateOf("A02", FIRST_HALF)).isEqualTo(SeatMap.State.FREE);
    }

    @Test
    void releasedSeatsAreFreeAndSoldOnesStay() {
        var unpaid = take(anna, WHOLE, "A01");
        var paid = take(binh, WHOLE, "A02");
        assertThat(seats.sell(paid.id())).isTrue();
        seats.release(unpaid.id());
        seats.release(paid.id());
        assertThat(stateOf("A01", WHOLE)).isEqualTo(SeatMap.State.FREE);
        assertThat(stateOf("A02", WHOLE)).isEqualTo(SeatMap.State.SOLD);
    }

    @Test
    void theJobClearsOverdueSeatsOnlyAndTellsTheMaps() throws InterruptedException {
        take(anna, WHOLE, "A01");
        clock.advance(Duration.ofMinutes(10));
        take(binh, WHOLE, "A02");
        var told = new CountDownLatch(1);
        var ours = Set.of(Long.toString(trip.value()), ClusterNotices.ALL);
        var subscription =
                notices.subscribe(
                        "trip",
                        key -> {
                            if (ours.contains(key)) {
                                told.countDown();
                            }
                        });
        run(ReleaseOverdueHoldsJob.class);
        assertThat(told.await(2, TimeUnit.SECONDS)).isTrue();
        subscription.remove();
        assertThat(queries.occupied(trip)).extracting(OccupiedSeat::label).containsExactly("A02");
        assertThat(rowsOfTrip()).isEqualTo(1);
    }

    @Test
    @Tag("P1.4")
    void refusesTripsThatAreNotOnSaleAndSeatsThatDoNotExist() {
        var leaving = trips.leavingAt(clock.instant().plus(Duration.ofMinutes(30)), 4);
        assertThatThrownBy(() -> take(leaving, anna, WHOLE, "A01"))
                .isInstanceOf(TripNotOnSale.class);
        var calledOff = trips.tomorrow(4);
        trips.cancel(calledOff);
        assertThatThrownBy(() -> take(calledOff, anna, WHOLE, "A01"))
                .isInstanceOf(TripNotOnSale.class);
        assertThatThrownBy(() -> take(new TripId(999_999_999), anna, WHOLE, "A01"))
                .isInstanceOf(TripNotOnSale.class);
        assertThatThrownBy(() -> take(anna, new Stretch(0, 7), "A01"))
                .isInstanceOf(TripNotOnSale.class);
        assertThatThrownBy(() -> take(anna, WHOLE, "Z99")).isInstanceOf(SeatNotForSale.class);
    }

    @Test
    @Tag("P2.1")
    void theMapShowsEverySeatWithItsStateAndPrice() {
        var own = take(anna, FIRST_HALF, "A01");
        take(binh, FIRST_HALF, "A02");
        assertThat(seats.sell(take(UUID.randomUUID(), FIRST_HALF, "A03").id())).isTrue();
        var map = queries.seatMap(trip, FIRST_HALF, own.id());
        assertThat(map.seats()).hasSize(40);
        assertThat(map.freeCount()).isEqualTo(37);
        assertThat(map.seat("A01").state()).isEqualTo(SeatMap.State.OWN);
        assertThat(map.seat("A02").state()).isEqualTo(SeatMap.State.HELD);
        assertThat(map.seat("A03").state()).isEqualTo(SeatMap.State.SOLD);
        assertThat(map.seat("A04").price()).contains(new Vnd(200_000));
        assertThat(queries.seatMap(trip, SECOND_HALF, null).freeCount()).isEqualTo(40);
        clock.advance(Duration.ofDays(2));
        assertThat(queries.seatMap(trip, SECOND_HALF, null).seat("A09").state())
                .isEqualTo(SeatMap.State.NOT_FOR_SALE);
    }

    private Hold take(UUID visitor, Stretch stretch, String... labels) {
        return take(trip, visitor, stretch, labels);
    }

    private Hold take(TripId from, UUID visitor, Stretch stretch, String... labels) {
        return seats.hold(
                new HoldRequest(from, stretch, Set.of(labels), visitor, visitor.toString()));
    }

    private SeatMap.State stateOf(String label, Stretch stretch) {
        return queries.seatMap(trip, stretch, null).seat(label).state();
    }

    private int rowsOfTrip() {
        return database.sql("select count(*) from seat_occupancy where trip_id = :trip")
                .param("trip", trip.value())
                .query(Integer.class)
                .single();
    }
}
