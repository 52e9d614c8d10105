package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.CreateAnswer;
import vn.busticket.payments.PaymentGateway.LookupAnswer;

/** Calls the gateway, unless it asked any node to wait; measures each call. */
@Component
class GatewayCalls {

    private static final Logger log = LoggerFactory.getLogger(GatewayCalls.class);

    private final PaymentGateway gateway;
    private final CheckQueue queue;
    private final PaymentMetrics metrics;
    private final Clock clock;

    GatewayCalls(PaymentGateway gateway, CheckQueue queue, PaymentMetrics metrics, Clock clock) {
        this.gateway = gateway;
        this.queue = queue;
        this.metrics = metrics;
        this.clock = clock;
    }

    String gatewayName() {
        return gateway.name();
    }

    CreateAnswer create(Attempt attempt) {
        var wait = waitingTime();
        return wait.isPositive()
                ? new Busy(wait)
                : measured("create", () -> gateway.create(attempt.linkRequest()));
    }

    LookupAnswer get(Attempt attempt) {
        var wait = waitingTime();
        return wait.isPositive()
                ? new Busy(wait)
                : measured("get", () -> gateway.get(attempt.orderCode()));
    }

    LookupAnswer cancel(Attempt attempt) {
        var wait = waitingTime();
        return wait.isPositive()
                ? new Busy(wait)
                : measured("cancel", () -> gateway.cancel(attempt.orderCode()));
    }

    private Duration waitingTime() {
        return Duration.between(clock.instant(), queue.pausedUntil(gateway.name()));
    }

    private <A> A measured(String call, Supplier<A> ask) {
        var begin = System.nanoTime();
        var answer = ask.get();
        var time = Duration.ofNanos(System.nanoTime() - begin);
        metrics.gatewayCalled(call, answer.getClass().getSimpleName(), time);
        if (answer instanceof Busy busy) {
            queue.pause(gateway.name(), clock.instant().plus(busy.retryAfter()));
            log.info(
                    "gateway asks to wait call={} seconds={}", call, busy.retryAfter().toSeconds());
        }
        return answer;
    }
}
