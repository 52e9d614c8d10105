package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;
import static vn.busticket.payments.Ledger.Place.UNALLOCATED;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;

@Tag("P3.7")
class ReceiveMoneyTest extends BookingTest {

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    @Tag("P4.1")
    void theFullPriceConfirmsAndSellsTheSeats() {
        var placed = place(anna, "A01", "A02");
        pay(startPaying(placed, anna), 600_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(600_000));
        assertThat(eventsOf(placed)).containsExactly(HistoryEvent.PLACED, HistoryEvent.CONFIRMED);
    }

    @Test
    void settlingTwiceChangesNothing() {
        var placed = place(anna, "A01");
        var transaction = pay(startPaying(placed, anna), 300_000);
        payments.settle(transaction);
        assertThat(eventsOf(placed)).hasSize(2);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
    }

    @Test
    void aPartKeepsTheSeatsAndTheRestIsPaidByANewAttempt() {
        var placed = place(anna, "A01");
        clock.advance(Duration.ofMinutes(14));
        pay(startPaying(placed, anna), 100_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        assertThat(read(placed).paymentDeadline())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        var token = paymentStart.payFor(placed.id(), anna, "top-up");
        var topUp = paymentQueries.byToken(token).orElseThrow();
        assertThat(topUp.amount()).isEqualTo(new Vnd(200_000));
        pay(topUp.orderCode(), 200_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
        assertThat(eventsOf(placed))
                .containsExactly(
                        HistoryEvent.PLACED, HistoryEvent.PART_PAID, HistoryEvent.CONFIRMED);
    }

    @Test
    void onlyTheFirstPartLengthensTheTime() {
        var placed = place(anna, "A01");
        clock.advance(Duration.ofMinutes(14));
        var order = startPaying(placed, anna);
        pay(order, 100_000);
        var deadline = read(placed).paymentDeadline();
        clock.advance(Duration.ofMinutes(5));
        pay(order, 100_000);
        assertThat(read(placed).paymentDeadline()).isEqualTo(deadline);
    }

    @Test
    void whatIsTooMuchIsDueForRefund() {
        var placed = place(anna, "A01");
        pay(startPaying(placed, anna), 350_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(50_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_SURPLUS);
        assertThat(eventsOf(placed))
                .containsExactly(
                        HistoryEvent.PLACED, HistoryEvent.CONFIRMED, HistoryEvent.PAID_TOO_MUCH);
    }

    @Test
    void payingTwiceOwesTheSecondPaymentBack() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        pay(order, 300_000);
        pay(order, 300_000);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(300_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
        assertThat(eventsOf(placed)).endsWith(HistoryEvent.PAID_AGAIN);
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_PAID_TWICE);
    }

    @Test
    void moneyBeforeTheJobHasExpiredAnOverdueBookingCountsIfTheSeatsAreFree() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        clock.advance(Duration.ofMinutes(30));
        pay(order, 300_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void moneyForNothingWeSoldStaysUnallocated() {
        var transaction = pay(99_999_999, 50_000);
        assertThat(ledger.balance(transaction, UNALLOCATED)).isEqualTo(new Vnd(50_000));
    }
}
