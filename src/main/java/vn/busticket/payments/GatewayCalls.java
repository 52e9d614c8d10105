package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.CreateAnswer;
import vn.busticket.payments.PaymentGateway.LookupAnswer;
import vn.busticket.payments.PaymentGateway.RegisterAnswer;
import vn.busticket.payments.PaymentGateway.Unknown;

/**
 * The only way to a gateway: within the cluster's call budget, not while it is paused or its
 * breaker is open, each call measured.
 */
@Component
class GatewayCalls {

    private static final Logger log = LoggerFactory.getLogger(GatewayCalls.class);

    private final PaymentGateways gateways;
    private final CallBudget budget;
    private final PaymentMetrics metrics;
    private final Clock clock;

    GatewayCalls(PaymentGateways gateways, CallBudget budget, PaymentMetrics metrics, Clock clock) {
        this.gateways = gateways;
        this.budget = budget;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Name of the gateway that new attempts use. */
    String nameForNewAttempts() {
        return gateways.forNewAttempts().name();
    }

    CreateAnswer create(Attempt attempt, Urgency urgency) {
        return call(
                "create",
                attempt.gateway(),
                urgency,
                gateway -> gateway.create(attempt.linkRequest()),
                Busy::new);
    }

    LookupAnswer get(Attempt attempt, Urgency urgency) {
        return call(
                "get",
                attempt.gateway(),
                urgency,
                gateway -> gateway.get(attempt.orderCode()),
                Busy::new);
    }

    LookupAnswer cancel(Attempt attempt, Urgency urgency) {
        return call(
                "cancel",
                attempt.gateway(),
                urgency,
                gateway -> gateway.cancel(attempt.orderCode()),
                Busy::new);
    }

    RegisterAnswer register(String gateway, String webhookUrl) {
        return call(
                "register",
                gateway,
                Urgency.NOW,
                gatewayItself -> gatewayItself.register(webhookUrl),
                Busy::new);
    }

    private <A> A call(
            String call,
            String name,
            Urgency urgency,
            Function<PaymentGateway, A> ask,
            Function<Duration, A> busy) {
        var gateway = gateways.named(name);
        var permit = budget.take(name, urgency, clock.instant());
        if (!permit.isGranted()) {
            return busy.apply(permit.pause());
        }
        var begin = System.nanoTime();
        var answer = ask.apply(gateway);
        var time = Duration.ofNanos(System.nanoTime() - begin);
        metrics.gatewayCalled(call, String.valueOf(answer.getClass().getSimpleName()), time);
        learn(call, name, permit, answer);
        return answer;
    }

    private void learn(String call, String gateway, CallBudget.Permit permit, Object answer) {
        switch (answer) {
            case Busy(var retryAfter) -> {
                budget.pause(gateway, clock.instant().plus(retryAfter));
                log.info("gateway asks to wait call={} seconds={}", call, retryAfter.toSeconds());
            }
            case Unknown(var reason) -> {
                if (budget.unanswered(gateway, permit, clock.instant())) {
                    log.error(
                            "gateway does not answer, calls stop for a while gateway={} reason={}",
                            gateway,
                            reason);
                }
            }
            default -> {
                if (permit.failures() > 0) {
                    budget.answered(gateway);
                }
            }
        }
    }
}
