package vn.busticket.payments;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.Found;
import vn.busticket.payments.PaymentGateway.LookupAnswer;
import vn.busticket.payments.PaymentGateway.NotFound;
import vn.busticket.payments.PaymentGateway.Refused;
import vn.busticket.payments.PaymentGateway.Unknown;

/** Asks the gateway where an attempt stands and does what follows; never inside a transaction. */
@Component
class AttemptChecks {

    private static final Logger log = LoggerFactory.getLogger(AttemptChecks.class);

    private final AttemptRepository attempts;
    private final CheckQueue queue;
    private final GatewayCalls gateway;
    private final LinkCreation links;
    private final GatewayRecords records;
    private final Clock clock;

    AttemptChecks(
            AttemptRepository attempts,
            CheckQueue queue,
            GatewayCalls gateway,
            LinkCreation links,
            GatewayRecords records,
            Clock clock) {
        this.attempts = attempts;
        this.queue = queue;
        this.gateway = gateway;
        this.links = links;
        this.records = records;
        this.clock = clock;
    }

    String gatewayName() {
        return gateway.gatewayName();
    }

    /** Does the next thing for an attempt: makes its link, looks at it, or ends it. */
    CheckResult check(Attempt attempt) {
        var now = clock.instant();
        if (attempt.needsLink(now)) {
            links.create(attempt);
            return attempts.result(attempt.id());
        }
        var answered =
                attempt.isToBeEnded(now) ? end(attempt) : take(attempt, gateway.get(attempt));
        var result = attempts.result(attempt.id());
        return !answered && result == CheckResult.OPEN ? CheckResult.UNKNOWN : result;
    }

    /** What ending a link that has ended answers is not documented, so the record decides. */
    private boolean end(Attempt attempt) {
        var answer = gateway.cancel(attempt);
        return take(attempt, answer instanceof Refused ? gateway.get(attempt) : answer);
    }

    private boolean take(Attempt attempt, LookupAnswer answer) {
        return switch (answer) {
            case Found(var record) -> {
                records.apply(attempt, record);
                yield answered(attempt);
            }
            case NotFound() -> {
                records.missing(attempt);
                yield answered(attempt);
            }
            case Refused(var code) -> notAnswered(attempt, code);
            case Unknown(var reason) -> notAnswered(attempt, reason);
            case Busy(var retryAfter) -> {
                queue.postpone(attempt.id(), clock.instant().plus(retryAfter));
                yield false;
            }
        };
    }

    /** A state that changed has set the next time already. */
    private boolean answered(Attempt before) {
        var after = attempts.find(before.id()).orElseThrow();
        if (after.state() == before.state()) {
            queue.answered(before.id(), clock.instant());
        }
        return true;
    }

    private boolean notAnswered(Attempt attempt, String reason) {
        log.warn("gateway tells nothing attempt={} reason={}", attempt.id().value(), reason);
        queue.answered(attempt.id(), clock.instant());
        return false;
    }
}
