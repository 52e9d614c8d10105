package vn.busticket.payments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Shows the same figures on every node: violated invariants, what the ledger lacks, differences of
 * the last reconciliation, open exceptions, breakers. Read at most every quarter of a minute.
 */
@Component
class MoneyGauges {

    static final String OF_RECONCILIATION = "reconciliation.";

    private static final Logger log = LoggerFactory.getLogger(MoneyGauges.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final MoneyFigures figures;
    private volatile Map<String, Long> last = Map.of();
    private volatile long readAtNanos = System.nanoTime() - FRESH_NANOS;

    MoneyGauges(MoneyFigures figures, PaymentGateways gateways, MeterRegistry meters) {
        this.figures = figures;
        for (var invariant : MoneyMeasures.Invariant.values()) {
            Gauge.builder("busticket.money.violations", () -> value(invariant.name()))
                    .description("Rows of the last day that break the invariant")
                    .tag("invariant", invariant.name())
                    .register(meters);
        }
        Gauge.builder("busticket.ledger.imbalance", () -> value(MoneyMeasures.IMBALANCE))
                .description("Money received in the last day that is not entered, in dong")
                .register(meters);
        for (var kind : DifferenceKind.values()) {
            Gauge.builder(
                            "busticket.reconciliation.differences",
                            () -> value(OF_RECONCILIATION + kind.name()))
                    .description("Differences of the last reconciliation")
                    .tag("kind", kind.name())
                    .register(meters);
        }
        for (var kind : ExceptionKind.values()) {
            Gauge.builder(
                            "busticket.payment.exceptions.open",
                            () -> value("exceptions." + kind.name()))
                    .description("Odd transfers that wait for staff")
                    .tag("kind", kind.name())
                    .register(meters);
        }
        gateways.names().forEach(gateway -> breaker(gateway, meters));
        gateways.thatPayOut()
                .forEach(gateway -> breaker(PaymentGateways.payoutChannel(gateway), meters));
        Gauge.builder("busticket.refunds.overdue", () -> value(MoneyMeasures.OVERDUE_REFUNDS))
                .description(
                        "Refunds sent so long ago that staff have to find out what became of them")
                .register(meters);
    }

    private void breaker(String channel, MeterRegistry meters) {
        Gauge.builder("busticket.gateway.breaker.open", () -> value("breaker." + channel))
                .description("1 while the gateway is not called because it does not answer")
                .tag("gateway", channel)
                .register(meters);
    }

    private double value(String figure) {
        if (System.nanoTime() - readAtNanos >= FRESH_NANOS) {
            read();
        }
        var value = last.get(figure);
        return value == null ? Double.NaN : value;
    }

    private synchronized void read() {
        if (System.nanoTime() - readAtNanos < FRESH_NANOS) {
            return;
        }
        try {
            last = figures.all();
        } catch (DataAccessException unreachable) {
            last = Map.of();
            log.warn("figures not read reason={}", unreachable.getClass().getSimpleName());
        }
        readAtNanos = System.nanoTime();
    }
}
