package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;
import vn.busticket.tickets.TicketCheck;
import vn.busticket.tickets.TicketService;
import vn.busticket.tickets.TicketVerifier;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** Money that comes when the time to pay is over. */
@Tag("P3.7")
@Tag("P4.1")
class LatePaymentTest extends BookingTest {

    @Autowired private TicketService tickets;
    @Autowired private TicketVerifier verifier;
    @Autowired private ClusterNotices notices;
    @Autowired private Trips tripsOnSale;

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void takesTheSameSeatsAgainWhenStillFree() {
        var placed = place(anna, "A01", "A02");
        var order = startPaying(placed, anna);
        expire(placed);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        pay(order, 600_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(seat("A02")).isEqualTo(SeatMap.State.SOLD);
        assertThat(eventsOf(placed))
                .containsExactly(
                        HistoryEvent.PLACED, HistoryEvent.EXPIRED, HistoryEvent.CONFIRMED_LATE);
        assertThat(outcomesOf(placed)).containsExactly(Outcome.CONFIRMED_LATE);
    }

    @Test
    void takesOtherSeatsOfTheClassWhenItsOwnAreGone() {
        var placed = place(anna, "A01", "A02");
        var order = startPaying(placed, anna);
        expire(placed);
        place(binh, "A02");
        pay(order, 600_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(600_000));
        assertThat(read(placed).seatLabels())
                .doesNotContain("A02")
                .allSatisfy(label -> assertThat(seat(label)).isEqualTo(SeatMap.State.SOLD));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.CONFIRMED_ON_OTHER_SEATS);
    }

    @Test
    void sitsTogetherOnTheOtherSeatsAndTheHistoryNamesThem() {
        var placed = place(anna, "A01", "A02");
        var order = startPaying(placed, anna);
        expire(placed);
        place(VisitorId.random(), "A01", "A02", "A03");
        place(VisitorId.random(), "A05", "A07");
        pay(order, 600_000);
        assertThat(read(placed).seatLabels()).containsExactly("A09", "A10");
        var told = bookings.moneyOutcomes(placed.id()).getFirst();
        assertThat(told.fromSeats()).isEqualTo("A01, A02");
        assertThat(told.toSeats()).isEqualTo("A09, A10");
        assertThat(told.amount()).isEqualTo(new Vnd(600_000));
    }

    @Test
    @Tag("P5.2")
    void theTicketsNameTheOtherSeats() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        place(binh, "A01");
        pay(order, 300_000);
        var seat = read(placed).seatLabels().getFirst();
        assertThat(tickets.validOf(placed.id()).values())
                .singleElement()
                .satisfies(ticket ->
                        assertThat(verifier.check(ticket.qrText()))
                                .isInstanceOfSatisfying(
                                        TicketCheck.Genuine.class,
                                        genuine ->
                                                assertThat(genuine.facts().seat())
                                                        .isEqualTo(seat)));
    }

    @Test
    void goesBackWhenNoSeatOfTheClassIsLeft() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofDays(1)), 2);
        var placed = place(anna, "A01", "A02");
        var order = startPaying(placed, anna);
        expire(placed);
        place(binh, "A02");
        pay(order, 600_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertGoesBack(placed, 600_000, Outcome.REFUND_TOO_LATE);
    }

    @Test
    void goesBackWhenTheCoachHasLeft() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofMinutes(40)), 4);
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        pay(order, 300_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertGoesBack(placed, 300_000, Outcome.REFUND_TOO_LATE);
    }

    @Test
    void goesBackWhenTheCoachLeftBeforeTheBookingExpired() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofMinutes(40)), 4);
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        clock.advance(Duration.ofMinutes(41));
        pay(order, 300_000);
        assertGoesBack(placed, 300_000, Outcome.REFUND_TOO_LATE);
    }

    @Test
    void goesBackWhenTheTripWasCalledOff() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        callOff();
        pay(order, 300_000);
        assertThat(seat("A01")).isNotEqualTo(SeatMap.State.SOLD);
        assertGoesBack(placed, 300_000, Outcome.REFUND_TRIP_CALLED_OFF);
    }

    @Test
    void aTripCalledOffThisVeryMomentIsNotSoldThoughThisNodeHasNotHeardOfIt() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        assertThat(tripsOnSale.find(trip).orElseThrow().state()).isNotEqualTo(Trip.State.CANCELLED);
        trips.cancel(trip);
        pay(order, 300_000);
        assertGoesBack(placed, 300_000, Outcome.REFUND_TRIP_CALLED_OFF);
    }

    @Test
    void severalLatePartsAreAddedTogether() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        pay(order, 100_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(kept(placed)).isEqualTo(new Vnd(100_000));
        pay(order, 100_000);
        pay(order, 150_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(50_000));
        assertThat(kept(placed)).isEqualTo(Vnd.ZERO);
        assertThat(outcomesOf(placed))
                .containsExactly(
                        Outcome.REFUND_SURPLUS,
                        Outcome.CONFIRMED_LATE,
                        Outcome.LATE_PART_KEPT,
                        Outcome.LATE_PART_KEPT);
    }

    @Test
    void aPartInTimeAndTheRestLateStillBuyTheSeats() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        pay(order, 100_000);
        expire(placed);
        assertThat(money(placed, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(kept(placed)).isEqualTo(new Vnd(100_000));
        pay(order, 200_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
    }

    @Test
    void allPartsGoBackWhenTheRestFindsNoSeat() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofDays(1)), 1);
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        pay(order, 100_000);
        place(binh, "A01");
        pay(order, 200_000);
        assertGoesBack(placed, 300_000, Outcome.REFUND_TOO_LATE);
    }

    @Test
    void partsGoBackWhenTheRestDoesNotComeWithinTwoHours() {
        var placed = place(anna, "A01");
        pay(startPaying(placed, anna), 100_000);
        expire(placed);
        clock.advance(Duration.ofMinutes(119));
        run(ReturnLatePartsJob.class);
        assertThat(kept(placed)).isEqualTo(new Vnd(100_000));
        clock.advance(Duration.ofMinutes(1));
        run(ReturnLatePartsJob.class);
        assertGoesBack(placed, 100_000, Outcome.REFUND_REST_NEVER_CAME);
        run(ReturnLatePartsJob.class);
        assertThat(outcomesOf(placed)).hasSize(3);
    }

    @Test
    void partsGoBackAtOnceWhenTheCoachLeaves() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofMinutes(70)), 4);
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        pay(order, 100_000);
        clock.advance(Duration.ofMinutes(10));
        run(ReturnLatePartsJob.class);
        assertGoesBack(placed, 100_000, Outcome.REFUND_REST_NEVER_CAME);
    }

    @Test
    void aPartThatCameLateBeforeTheBookingExpiredIsToldOnce() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        pay(order, 100_000);
        clock.advance(Duration.ofHours(1));
        place(binh, "A01");
        pay(order, 150_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(kept(placed)).isEqualTo(new Vnd(250_000));
        assertThat(outcomesOf(placed)).containsOnlyOnce(Outcome.LATE_PART_KEPT);
    }

    @Test
    void settlingALatePartTwiceCountsItOnce() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        var part = pay(order, 150_000);
        payments.settle(part);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(kept(placed)).isEqualTo(new Vnd(150_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.LATE_PART_KEPT);
        assertThat(receivedBy(order)).isEqualTo(150_000);
    }

    @Test
    void moneyThatComesAgainAfterARescueGoesBack() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        expire(placed);
        List.of(300_000, 300_000).forEach(amount -> pay(order, amount));
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
        assertThat(outcomesOf(placed))
                .containsExactly(Outcome.REFUND_PAID_TWICE, Outcome.CONFIRMED_LATE);
    }

    private void assertGoesBack(PlacedBooking placed, long amountVnd, Outcome outcome) {
        assertThat(money(placed, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(kept(placed)).isEqualTo(Vnd.ZERO);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(amountVnd));
        assertThat(bookings.moneyOutcomes(placed.id()).getFirst())
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo(outcome);
                    assertThat(line.amount()).isEqualTo(new Vnd(amountVnd));
                });
    }

    /** As an operator would, until this node has heard of it. */
    private void callOff() {
        trips.cancel(trip);
        notices.publish("catalogue", ClusterNotices.ALL);
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (tripsOnSale.find(trip).orElseThrow().state() != Trip.State.CANCELLED) {
            assertThat(System.nanoTime()).as("never heard of").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private long receivedBy(long orderCode) {
        return database.sql("select received_vnd from payment_attempt where order_code = :order")
                .param("order", orderCode)
                .query(Long.class)
                .single();
    }
}
