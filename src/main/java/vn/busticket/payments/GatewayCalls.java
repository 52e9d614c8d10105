package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
 * breaker is open, each call measured. Paying out has a channel of its own there, and so a budget
 * and a breaker of its own.
 */
@Component
class GatewayCalls {

    /** The names of all calls, as they are measured. */
    static final List<String> NAMES =
            List.of("create", "get", "cancel", "register", "payout-send", "payout-look");

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

    /** One call: what it does, whom it asks, what it takes its permit from. */
    private record Call(String name, String gateway, String channel, Urgency urgency) {

        static Call about(Attempt attempt, String name, Urgency urgency) {
            return new Call(name, attempt.gateway(), attempt.gateway(), urgency);
        }

        static Call about(Payout payout, String name, Urgency urgency) {
            return new Call(
                    name,
                    payout.gateway(),
                    PaymentGateways.payoutChannel(payout.gateway()),
                    urgency);
        }
    }

    /** Name of the gateway that new attempts use. */
    String nameForNewAttempts() {
        return gateways.forNewAttempts().name();
    }

    /** The names of gateways that pay out and may be called about it now. */
    List<String> thatPayOutNow() {
        return gateways.thatPayOut().stream()
                .filter(name ->
                        budget.available(PaymentGateways.payoutChannel(name), clock.instant()) > 0)
                .toList();
    }

    CreateAnswer create(Attempt attempt, Urgency urgency) {
        return call(
                Call.about(attempt, "create", urgency),
                gateway -> gateway.create(attempt.linkRequest()),
                Busy::new);
    }

    LookupAnswer get(Attempt attempt, Urgency urgency) {
        return call(
                Call.about(attempt, "get", urgency),
                gateway -> gateway.get(attempt.orderCode()),
                Busy::new);
    }

    LookupAnswer cancel(Attempt attempt, Urgency urgency) {
        return call(
                Call.about(attempt, "cancel", urgency),
                gateway -> gateway.cancel(attempt.orderCode()),
                Busy::new);
    }

    RegisterAnswer register(String gateway, String webhookUrl) {
        return call(
                new Call("register", gateway, gateway, Urgency.NOW),
                gatewayItself -> gatewayItself.register(webhookUrl),
                Busy::new);
    }

    PayoutAnswer payOut(Payout payout) {
        return call(
                Call.about(payout, "payout-send", Urgency.WHEN_FREE),
                gateway -> gateway.refund(payout.order()),
                PayoutAnswer.Busy::new);
    }

    PayoutAnswer payoutState(Payout payout, Urgency urgency) {
        return call(
                Call.about(payout, "payout-look", urgency),
                gateway -> gateway.refundState(payout.order()),
                PayoutAnswer.Busy::new);
    }

    private <A> A call(Call call, Function<PaymentGateway, A> ask, Function<Duration, A> busy) {
        var gateway = gateways.named(call.gateway());
        var permit = budget.take(call.channel(), call.urgency(), clock.instant());
        if (!permit.isGranted()) {
            return busy.apply(permit.pause());
        }
        var begin = System.nanoTime();
        var answer = ask.apply(gateway);
        var time = Duration.ofNanos(System.nanoTime() - begin);
        metrics.gatewayCalled(call.name(), String.valueOf(answer.getClass().getSimpleName()), time);
        learn(call, permit, answer);
        return answer;
    }

    private void learn(Call call, CallBudget.Permit permit, Object answer) {
        switch (answer) {
            case Busy(var retryAfter) -> pause(call, retryAfter);
            case PayoutAnswer.Busy(var retryAfter) -> pause(call, retryAfter);
            case Unknown(var reason) -> unanswered(call, permit, reason);
            case PayoutAnswer.Unknown(var reason) -> unanswered(call, permit, reason);
            default -> {
                if (permit.failures() > 0) {
                    budget.answered(call.channel());
                }
            }
        }
    }

    private void pause(Call call, Duration retryAfter) {
        budget.pause(call.channel(), clock.instant().plus(retryAfter));
        log.info("gateway asks to wait call={} seconds={}", call.name(), retryAfter.toSeconds());
    }

    private void unanswered(Call call, CallBudget.Permit permit, String reason) {
        if (budget.unanswered(call.channel(), permit, clock.instant())) {
            log.error(
                    "gateway does not answer, calls stop for a while channel={} reason={}",
                    call.channel(),
                    reason);
        }
    }
}
