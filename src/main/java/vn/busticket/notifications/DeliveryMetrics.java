package vn.busticket.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts and times attempts to deliver messages. */
@Component
class DeliveryMetrics {

    private final MeterRegistry meters;

    /** What can be counted is there from the start, so that its first time is seen as a rise. */
    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var channel : Channel.values()) {
            for (var ending : List.of("SENT", "OVERTAKEN", "UNWANTED", "POSTPONED")) {
                meters.timer("busticket.messages", "channel", channel.name(), "outcome", ending);
            }
            for (var failure : FailureKind.values()) {
                meters.timer(
                        "busticket.messages", "channel", channel.name(), "outcome", failure.name());
            }
        }
        for (var standing : SmsSender.Standing.values()) {
            meters.counter("busticket.sms.arrivals", "standing", standing.name());
        }
        for (var finding : DeliveryReport.Finding.values()) {
            meters.counter("busticket.mail.reports", "finding", finding.name());
        }
        for (var outcome : BounceReading.values()) {
            meters.counter("busticket.bounces.readings", "outcome", outcome.name());
        }
    }

    /** A service told what became of a text message. */
    void smsBecame(SmsSender.Standing standing) {
        meters.counter("busticket.sms.arrivals", "standing", standing.name()).increment();
    }

    /** A report about a mail of ours came back. */
    void mailReported(DeliveryReport.Finding finding) {
        meters.counter("busticket.mail.reports", "finding", finding.name()).increment();
    }

    /** The mailbox of returned mail was looked into. */
    void bounceMailbox(BounceReading outcome) {
        meters.counter("busticket.bounces.readings", "outcome", outcome.name()).increment();
    }

    /**
     * An attempt has ended.
     *
     * @param outcome {@code SENT}, {@code OVERTAKEN}, {@code UNWANTED}, {@code POSTPONED} or the
     *     kind of failure
     */
    void tried(Channel channel, String outcome, Duration took) {
        meters.timer("busticket.messages", "channel", channel.name(), "outcome", outcome)
                .record(took);
    }
}
