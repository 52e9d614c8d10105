package vn.busticket.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times attempts to deliver messages. */
@Component
class DeliveryMetrics {

    private final MeterRegistry meters;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * An attempt has ended.
     *
     * @param outcome {@code SENT}, {@code OVERTAKEN}, {@code UNWANTED} or the kind of failure
     */
    void tried(Channel channel, String outcome, Duration took) {
        meters.timer("busticket.messages", "channel", channel.name(), "outcome", outcome)
                .record(took);
    }
}
