package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.payments.AttemptState;
import vn.busticket.seats.SeatMap;
import vn.busticket.testing.Invariants;

/** What the gateway says at the deadline decides, here with a gateway that answers. */
@Tag("P4.2")
@Tag("P3.5")
class CloseOverduePaymentsTest extends GatewayBookingTest {

    @Test
    void anUnpaidLinkIsClosedAndTheBookingExpiresWithoutWaitingForTheGrace() {
        var placed = place(anna, "A01");
        var orderCode = startPaying(placed, anna);
        move(placed.paymentDeadline());
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.AWAITING_PAYMENT);
        run(CloseOverduePaymentsJob.class);
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.EXPIRED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(attemptState(placed, orderCode).isFailure()).isTrue();
        Invariants.check(database);
    }

    @Test
    void aPaymentOfTheLastSecondWhoseWebhookWasLostStillConfirms() {
        var placed = place(anna, "A01");
        var orderCode = startPaying(placed, anna);
        move(placed.paymentDeadline().minusSeconds(1));
        GATEWAY.pay(orderCode);
        move(placed.paymentDeadline());
        run(CloseOverduePaymentsJob.class);
        run(ExpireBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(attemptState(placed, orderCode)).isEqualTo(AttemptState.PAID);
        Invariants.check(database);
    }

    private AttemptState attemptState(PlacedBooking placed, long orderCode) {
        return paymentQueries.ofPayable(read(placed).payable()).stream()
                .filter(attempt -> attempt.orderCode() == orderCode)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
