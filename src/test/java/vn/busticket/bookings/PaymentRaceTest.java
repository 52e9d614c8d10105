package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;

/** Money against everything else that can happen to a booking at the same instant. */
@Tag("P3.7")
@Tag("P4.1")
class PaymentRaceTest extends BookingTest {

    private static final Vnd PRICE = new Vnd(300_000);

    @Autowired private Cancellation cancellation;

    private record Paying(PlacedBooking booking, long orderCode) {}

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void cancellingAgainstMoneySendsTheMoneyBackInAnyOrder() throws Exception {
        var all = paying(20);
        together(
                () -> all.forEach(one -> Cancelling.whole(cancellation, one.booking().id(), "")),
                () -> all.forEach(one -> pay(one.orderCode(), PRICE.dong())));
        assertThat(all)
                .allSatisfy(one -> {
                    assertThat(stateOf(one.booking())).isEqualTo(BookingState.CANCELLED);
                    assertThat(money(one.booking(), ALLOCATED)).isEqualTo(Vnd.ZERO);
                    assertThat(money(one.booking(), DUE_FOR_REFUND)).isEqualTo(PRICE);
                });
    }

    @Test
    void latePartsThatSettleAtOnceAreAddedTogether() throws Exception {
        var all = paying(10);
        all.forEach(one -> expireOnce(one.booking()));
        for (var one : all) {
            var parts = new ArrayList<BankTransactionId>();
            for (int part = 0; part < 3; part++) {
                parts.add(transfer(one.orderCode(), 100_000));
            }
            together(
                    () -> payments.settle(parts.get(0)),
                    () -> payments.settle(parts.get(1)),
                    () -> payments.settle(parts.get(2)));
            assertThat(stateOf(one.booking())).isEqualTo(BookingState.CONFIRMED);
            assertThat(money(one.booking(), ALLOCATED)).isEqualTo(PRICE);
        }
    }

    @Test
    void manyLatePayersShareTheSeatsThatAreLeft() throws Exception {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofDays(1)), 6);
        var all = new ArrayList<Paying>();
        for (int round = 0; round < 2; round++) {
            all.addAll(paying(6));
            clock.advance(Duration.ofHours(1));
            run(ExpireBookingsJob.class);
        }
        all.addAll(paying(2));
        together(
                all.stream()
                        .limit(12)
                        .<Runnable>map(one -> () -> pay(one.orderCode(), PRICE.dong()))
                        .toArray(Runnable[]::new));
        var late = all.subList(0, 12);
        assertThat(late)
                .filteredOn(one -> stateOf(one.booking()) == BookingState.CONFIRMED)
                .hasSize(4);
        assertThat(late)
                .filteredOn(one -> money(one.booking(), DUE_FOR_REFUND).equals(PRICE))
                .hasSize(8);
        assertThat(seatQueries.occupied(trip)).hasSize(6);
    }

    private void expireOnce(PlacedBooking booking) {
        if (stateOf(booking) == BookingState.AWAITING_PAYMENT) {
            expire(booking);
        }
    }

    /** Bookings of the first seats, each with a payment begun. */
    private List<Paying> paying(int count) {
        var all = new ArrayList<Paying>();
        for (int seat = 1; seat <= count; seat++) {
            var visitor = VisitorId.random();
            var booking = place(visitor, "A%02d".formatted(seat));
            all.add(new Paying(booking, startPaying(booking, visitor)));
        }
        return all;
    }
}
