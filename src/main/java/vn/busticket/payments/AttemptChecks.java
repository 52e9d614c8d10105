package vn.busticket.payments;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.LookupAnswer;
import vn.busticket.payments.PaymentGateway.Refused;

/** Asks the gateway where an attempt stands and does what follows; never inside a transaction. */
@Component
class AttemptChecks {

    private final AttemptRepository attempts;
    private final GatewayCalls gateway;
    private final LinkCreation links;
    private final LinkReplacement replacement;
    private final LookupAnswers answers;
    private final Clock clock;

    AttemptChecks(
            AttemptRepository attempts,
            GatewayCalls gateway,
            LinkCreation links,
            LinkReplacement replacement,
            LookupAnswers answers,
            Clock clock) {
        this.attempts = attempts;
        this.gateway = gateway;
        this.links = links;
        this.replacement = replacement;
        this.answers = answers;
        this.clock = clock;
    }

    /** Name of the gateway that new attempts use. */
    String gatewayForNewAttempts() {
        return gateway.nameForNewAttempts();
    }

    /** Does the next thing for an attempt: makes its link, replaces it, looks at it, or ends it. */
    CheckResult check(Attempt attempt, Urgency urgency) {
        var now = clock.instant();
        if (attempt.needsLink(now)) {
            links.create(attempt, urgency);
            replaceIfAwaited(attempt);
            return attempts.result(attempt.id());
        }
        if (attempt.isToBeReplaced(now)) {
            replacement.replace(attempt, urgency);
            return attempts.result(attempt.id());
        }
        var answered = answers.take(attempt, ask(attempt, urgency));
        var result = attempts.result(attempt.id());
        return !answered && result == CheckResult.OPEN ? CheckResult.UNKNOWN : result;
    }

    /** What ending a link that has ended answers is not documented, so the record decides. */
    private LookupAnswer ask(Attempt attempt, Urgency urgency) {
        if (!attempt.isToBeEnded(clock.instant())) {
            return gateway.get(attempt, urgency);
        }
        var answer = gateway.cancel(attempt, urgency);
        return answer instanceof Refused ? gateway.get(attempt, Urgency.NOW) : answer;
    }

    /** A link that was only found again is nothing that somebody who waits can pay by. */
    private void replaceIfAwaited(Attempt attempt) {
        attempts.find(attempt.id())
                .filter(after -> after.isToBeReplaced(clock.instant()))
                .ifPresent(after -> replacement.replace(after, Urgency.NOW));
    }
}
