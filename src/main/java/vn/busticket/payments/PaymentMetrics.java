package vn.busticket.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times what happens with money. */
@Component
public class PaymentMetrics {

    private final MeterRegistry meters;

    PaymentMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A webhook call was answered.
     *
     * @param code the code in the answer
     */
    public void webhookAnswered(int status, String code) {
        meters.counter(
                        "busticket.webhook.answers",
                        "status",
                        Integer.toString(status),
                        "code",
                        code)
                .increment();
    }

    /** A webhook brought a new transfer that long after the payer's bank made it. */
    public void webhookLag(Duration lag) {
        meters.timer("busticket.webhook.lag").record(lag.isNegative() ? Duration.ZERO : lag);
    }

    void gatewayCalled(String call, String outcome, Duration time) {
        meters.timer("busticket.gateway.calls", "call", call, "outcome", outcome).record(time);
    }

    void attemptBecame(AttemptState state) {
        meters.counter("busticket.payment.attempts", "state", state.name()).increment();
    }

    void contradiction() {
        meters.counter("busticket.payment.contradictions").increment();
    }

    void settlingFailed() {
        meters.counter("busticket.payment.settling.failures").increment();
    }
}
