package vn.busticket.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times what happens with money. */
@Component
public class PaymentMetrics {

    /** The outcome of a call whose answer was lost. */
    private static final String UNANSWERED = "Unknown";

    private final MeterRegistry meters;

    /** What can be counted is there from the start, so that its first time is seen as a rise. */
    PaymentMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var state : AttemptState.values()) {
            meters.counter("busticket.payment.attempts", "state", state.name());
        }
        for (var source : GatewayTransaction.Source.values()) {
            meters.counter("busticket.payment.transfers", "source", source.name());
        }
        for (var call : GatewayCalls.NAMES) {
            meters.timer("busticket.gateway.calls", "call", call, "outcome", UNANSWERED);
        }
        meters.timer("busticket.webhook.lag");
        meters.timer("busticket.payment.settling.lag");
        meters.counter("busticket.payment.contradictions");
        meters.counter("busticket.payment.settling.failures");
    }

    /** A webhook call may be answered so: shown as zero until it is. */
    public void webhookMayBeAnswered(int status, String code) {
        meters.counter(
                "busticket.webhook.answers", "status", Integer.toString(status), "code", code);
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

    /** A transfer was recorded that was not known before. */
    void received(GatewayTransaction.Source source) {
        meters.counter("busticket.payment.transfers", "source", source.name()).increment();
    }

    /** A transfer was decided about that long after the payer's bank made it. */
    void settled(Duration lag) {
        meters.timer("busticket.payment.settling.lag")
                .record(lag.isNegative() ? Duration.ZERO : lag);
    }

    void contradiction() {
        meters.counter("busticket.payment.contradictions").increment();
    }

    void settlingFailed() {
        meters.counter("busticket.payment.settling.failures").increment();
    }
}
