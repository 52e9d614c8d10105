package vn.busticket.payments;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what happens with refunds. */
@Component
class RefundMetrics {

    private final MeterRegistry meters;

    RefundMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var state : RefundState.values()) {
            meters.counter("busticket.refunds", "state", state.name());
        }
    }

    void refundBecame(RefundState state) {
        meters.counter("busticket.refunds", "state", state.name()).increment();
    }
}
