package vn.busticket.bookings;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.testing.SettableClock;

/** A test about bookings with a gateway that answers; its webhooks come only by hand. */
abstract class GatewayBookingTest extends BookingTest {

    protected static final SettableClock GATEWAY_CLOCK = new SettableClock();
    protected static final PayosSandbox GATEWAY =
            PayosSandbox.start(SandboxSettings.defaults().withClock(GATEWAY_CLOCK));

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("busticket.payos.base-url", GATEWAY::baseUrl);
        properties.add("busticket.payments.calls-per-second", () -> 200);
    }

    @BeforeEach
    void beginTogether() {
        move(SettableClock.START);
        GATEWAY.loseWebhooks(true);
    }

    /** Moves our clock and the gateway's. */
    protected void move(Instant instant) {
        clock.set(instant);
        GATEWAY_CLOCK.set(instant);
    }

    /** Lets time pass here and at the gateway. */
    protected void pass(Duration time) {
        move(clock.instant().plus(time));
    }
}
