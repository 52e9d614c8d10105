package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.busticket.payments.AttemptState;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.seats.SeatMap;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.SettableClock;

/** What the gateway says at the deadline decides, here with a gateway that answers. */
@Tag("P4.2")
@Tag("P3.5")
class CloseOverduePaymentsTest extends BookingTest {

    private static final SettableClock GATEWAY_CLOCK = new SettableClock();
    private static final PayosSandbox GATEWAY =
            PayosSandbox.start(SandboxSettings.defaults().withClock(GATEWAY_CLOCK));

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("busticket.payos.base-url", GATEWAY::baseUrl);
    }

    @AfterAll
    static void closeTheGateway() {
        GATEWAY.close();
    }

    @BeforeEach
    void beginTogether() {
        move(SettableClock.START);
        GATEWAY.loseWebhooks(true);
    }

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

    private void move(Instant instant) {
        clock.set(instant);
        GATEWAY_CLOCK.set(instant);
    }
}
