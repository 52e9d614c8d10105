package vn.busticket.payments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.scheduling.SharedReading;

/**
 * Shows the same figures on every node: violated invariants, what the ledger lacks, differences of
 * the last reconciliation, open exceptions, refunds, queues, breakers. Read at most every quarter
 * of a minute.
 */
@Component
class MoneyGauges {

    static final String OF_RECONCILIATION = "reconciliation.";

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final SharedReading<Map<String, Long>> figures;
    private final MeterRegistry meters;

    MoneyGauges(MoneyFigures figures, PaymentGateways gateways, MeterRegistry meters) {
        this.figures = new SharedReading<>("money", FRESH, figures::all, Map.of());
        this.meters = meters;
        books();
        queues();
        Stream.concat(
                        gateways.names().stream(),
                        gateways.thatPayOut().stream().map(PaymentGateways::payoutChannel))
                .forEach(channel ->
                        gauge(
                                "busticket.gateway.breaker.open",
                                "1 while the gateway is not called because it does not answer",
                                "gateway",
                                channel,
                                "breaker." + channel));
    }

    private void books() {
        for (var invariant : MoneyMeasures.Invariant.values()) {
            gauge(
                    "busticket.money.violations",
                    "Rows of the last day that break the invariant",
                    "invariant",
                    invariant.name(),
                    invariant.name());
        }
        gauge(
                "busticket.ledger.imbalance",
                "Money received in the last day that is not entered, in dong",
                MoneyMeasures.IMBALANCE);
        seconds(
                "busticket.money.measures.age",
                "How long ago the books were looked at",
                "age.measures");
        for (var kind : DifferenceKind.values()) {
            gauge(
                    "busticket.reconciliation.differences",
                    "Differences of the last reconciliation",
                    "kind",
                    kind.name(),
                    OF_RECONCILIATION + kind.name());
        }
        for (var kind : ExceptionKind.values()) {
            gauge(
                    "busticket.payment.exceptions.open",
                    "Odd transfers that wait for staff",
                    "kind",
                    kind.name(),
                    "exceptions." + kind.name());
        }
    }

    private void queues() {
        gauge(
                "busticket.refunds.overdue",
                "Refunds sent so long ago that staff have to find out what became of them",
                MoneyMeasures.OVERDUE_REFUNDS);
        for (var state : RefundState.values()) {
            if (state != RefundState.REFUNDED) {
                gauge(
                        "busticket.refunds.waiting",
                        "Refunds that are not at their end",
                        "state",
                        state.name(),
                        "refunds." + state.name());
            }
        }
        seconds(
                "busticket.refunds.queue.age",
                "How long the oldest refund that is agreed waits to be sent",
                "age.refunds");
        for (var queue : List.of("transfers", "checks", "late-checks")) {
            gauge(
                    "busticket.payment.queue",
                    "Transfers to decide about; attempts to ask PayOS about, and those that are over",
                    "queue",
                    queue,
                    "waiting." + queue);
            Gauge.builder("busticket.payment.queue.age", () -> value("age." + queue))
                    .description("How long the oldest of the queue waits")
                    .baseUnit("seconds")
                    .tag("queue", queue)
                    .register(meters);
        }
    }

    private void gauge(String name, String description, String figure) {
        Gauge.builder(name, () -> value(figure)).description(description).register(meters);
    }

    private void seconds(String name, String description, String figure) {
        Gauge.builder(name, () -> value(figure))
                .description(description)
                .baseUnit("seconds")
                .register(meters);
    }

    private void gauge(String name, String description, String tag, String value, String figure) {
        Gauge.builder(name, () -> value(figure))
                .description(description)
                .tag(tag, value)
                .register(meters);
    }

    private double value(String figure) {
        var value = figures.get().get(figure);
        return value == null ? Double.NaN : value;
    }
}
