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

/** Does what follows from a gateway's answer about a link, and says when to ask again. */
@Component
class LookupAnswers {

    private static final Logger log = LoggerFactory.getLogger(LookupAnswers.class);

    private final AttemptRepository attempts;
    private final CheckQueue queue;
    private final GatewayRecords records;
    private final Clock clock;

    LookupAnswers(
            AttemptRepository attempts, CheckQueue queue, GatewayRecords records, Clock clock) {
        this.attempts = attempts;
        this.queue = queue;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Takes an answer.
     *
     * @return false if it tells nothing about the link
     */
    boolean take(Attempt attempt, LookupAnswer answer) {
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
