package vn.busticket.payments;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks what is due, a few attempts at a time, as long as the gateway may be called. */
@Component
class CheckRounds {

    private static final Logger log = LoggerFactory.getLogger(CheckRounds.class);
    private static final int AT_ONCE = 10;

    private final CheckQueue queue;
    private final AttemptChecks checks;
    private final PaymentGateways gateways;
    private final Clock clock;

    CheckRounds(CheckQueue queue, AttemptChecks checks, PaymentGateways gateways, Clock clock) {
        this.queue = queue;
        this.checks = checks;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** One round; returns how many attempts were looked at. */
    int checkDue() {
        return gateways.names().stream().mapToInt(this::checkDue).sum();
    }

    private int checkDue(String gateway) {
        var due = queue.claim(gateway, AT_ONCE, clock.instant());
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(attempt -> calls.execute(() -> checkOne(attempt)));
        }
        return due.size();
    }

    private void checkOne(Attempt attempt) {
        try {
            checks.check(attempt, Urgency.WHEN_FREE);
        } catch (RuntimeException failed) {
            log.error("attempt not checked attempt={}", attempt.id().value(), failed);
        }
    }
}
