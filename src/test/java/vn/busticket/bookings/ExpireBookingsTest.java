package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;
import static vn.busticket.payments.Ledger.Place.UNALLOCATED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;

@Tag("P4.2")
class ExpireBookingsTest extends BookingTest {

    @Autowired private ConfigurableApplicationContext context;
    @Autowired private TransactionTemplate transaction;
    @Autowired private BookingSweeps sweeps;

    @Test
    void expiresAtTheDeadlineWhenNoPaymentIsOpenAndFreesTheSeats() {
        var placed = place(anna, "A01");
        clock.set(placed.paymentDeadline().minusMillis(1));
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        clock.set(placed.paymentDeadline());
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(eventsOf(placed)).containsExactly(HistoryEvent.PLACED, HistoryEvent.EXPIRED);
    }

    @Test
    void waitsForTheGatewayAsLongAsTheSeatsAreKept() {
        var placed = place(anna, "A01");
        startPaying(placed, anna);
        clock.set(placed.paymentDeadline().plusSeconds(89));
        run(CloseOverduePaymentsJob.class);
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        clock.advance(Duration.ofSeconds(1));
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
    }

    @Test
    void neverExpiresABookingWhoseMoneyIsRecordedAndNotDecidedAbout() {
        var placed = place(anna, "A01");
        var transaction = transfer(startPaying(placed, anna), 300_000);
        clock.advance(Duration.ofHours(1));
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        payments.settle(transaction);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void twoNodesExpireEachBookingOnce() throws Exception {
        var placed = new ArrayList<PlacedBooking>();
        for (int seat = 1; seat <= 30; seat++) {
            placed.add(place(VisitorId.random(), "A%02d".formatted(seat)));
        }
        var told = new ConcurrentLinkedQueue<BookingId>();
        ApplicationListener<PayloadApplicationEvent<BookingsExpired>> listener =
                event -> told.addAll(event.getPayload().bookings());
        context.addApplicationListener(listener);
        clock.advance(Duration.ofHours(1));
        together(() -> run(ExpireBookingsJob.class), () -> run(ExpireBookingsJob.class));
        context.removeApplicationListener(listener);
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsAll(placed.stream().map(PlacedBooking::id).toList());
        assertThat(placed).allSatisfy(booking -> assertThat(eventsOf(booking)).hasSize(2));
    }

    @Test
    @Tag("P3.7")
    void moneyWaitsWhileTheBookingIsJustExpiringAndIsDecidedAboutAfterwards() throws Exception {
        var placed = place(anna, "A01");
        var money = transfer(startPaying(placed, anna), 300_000);
        var hold = read(placed).holdId();
        clock.advance(Duration.ofHours(1));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var settling =
                    transaction.execute(status -> {
                        sweeps.expire(List.of(placed.id()), clock.instant());
                        context.publishEvent(new BookingsExpired(List.of(placed.id())));
                        seats.release(hold);
                        var begun = executor.submit(() -> payments.settle(money));
                        assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS))
                                .isInstanceOf(TimeoutException.class);
                        return begun;
                    });
            settling.get(4, TimeUnit.SECONDS);
        }
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(eventsOf(placed)).contains(HistoryEvent.EXPIRED, HistoryEvent.CONFIRMED_LATE);
        Invariants.check(database);
    }

    @Test
    @Tag("P3.7")
    void moneyInTheLastMillisecondIsNeverLost() throws Exception {
        raceExpiryAgainstMoney(25);
    }

    @Test
    @Tag("P3.7")
    @Tag("full")
    void moneyInTheLastMillisecondIsNeverLostInFiveThousandPairs() throws Exception {
        for (int round = 0; round < 125; round++) {
            trip = trips.tomorrow(40);
            clock.set(SettableClock.START);
            raceExpiryAgainstMoney(40);
        }
        Invariants.check(database);
    }

    @Test
    @Tag("P4.1")
    void completesABookingWhenTheCoachHasArrived() {
        var placed = place(anna, "A01");
        pay(startPaying(placed, anna), 300_000);
        clock.set(read(placed).arrivesAt().minusSeconds(1));
        run(CompleteBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        clock.advance(Duration.ofSeconds(1));
        run(CompleteBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.COMPLETED);
        Invariants.check(database);
    }

    private record Pair(PlacedBooking booking, long orderCode) {}

    /** Either order confirms: the seats of a booking that has just expired are still free. */
    private void raceExpiryAgainstMoney(int count) throws Exception {
        var pairs = new ArrayList<Pair>();
        for (int seat = 1; seat <= count; seat++) {
            var visitor = VisitorId.random();
            var booking = place(visitor, "A%02d".formatted(seat));
            pairs.add(new Pair(booking, startPaying(booking, visitor)));
        }
        clock.advance(Duration.ofHours(1));
        together(
                () -> run(ExpireBookingsJob.class),
                () -> pairs.forEach(pair -> pay(pair.orderCode(), 300_000)));
        run(ExpireBookingsJob.class);
        for (var pair : pairs) {
            assertThat(stateOf(pair.booking())).isEqualTo(BookingState.CONFIRMED);
            assertThat(money(pair.booking(), ALLOCATED)).isEqualTo(new Vnd(300_000));
            assertThat(money(pair.booking(), DUE_FOR_REFUND)).isEqualTo(Vnd.ZERO);
            assertThat(money(pair.booking(), UNALLOCATED).isPositive()).isFalse();
        }
        Invariants.check(database, Rows.ofTrip(trip));
    }
}
