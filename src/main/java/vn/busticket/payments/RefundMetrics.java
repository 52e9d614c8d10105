package vn.busticket.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times what happens with refunds. */
@Component
class RefundMetrics {

    private final MeterRegistry meters;

    RefundMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void refundBecame(RefundState state) {
        meters.counter("busticket.refunds", "state", state.name()).increment();
    }

    void payoutCalled(String call, String outcome, Duration time) {
        meters.timer("busticket.payout.calls", "call", call, "outcome", outcome).record(time);
    }
}
