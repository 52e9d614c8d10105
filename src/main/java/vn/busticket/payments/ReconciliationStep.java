package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with the comparison that was started: some attempts with the gateway at a time, then some
 * payouts, and when all are through, the books among each other. What one step has found is stored
 * before the next, so that a process that dies costs a step.
 */
@Component
class ReconciliationStep {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationStep.class);
    private static final int AT_ONCE = 20;

    private final ReconciliationRuns runs;
    private final GatewayComparison gateway;
    private final PayoutComparison payouts;
    private final BookComparison books;
    private final ReconciliationFigures figures;
    private final Clock clock;

    ReconciliationStep(
            ReconciliationRuns runs,
            GatewayComparison gateway,
            PayoutComparison payouts,
            BookComparison books,
            ReconciliationFigures figures,
            Clock clock) {
        this.runs = runs;
        this.gateway = gateway;
        this.payouts = payouts;
        this.books = books;
        this.figures = figures;
        this.clock = clock;
    }

    /** One step; false if nothing can be done now. */
    boolean step() {
        var claimed = runs.claim(clock.instant());
        claimed.ifPresent(this::goOn);
        return claimed.isPresent();
    }

    private void goOn(ReconciliationRuns.Open run) {
        var attempts = runs.nextAttempts(run, AT_ONCE);
        if (!attempts.isEmpty()) {
            each(run, attempts, gateway::compare, attempt -> runs.passed(run, attempt.id()));
            return;
        }
        var sent = runs.nextPayouts(run, AT_ONCE);
        if (!sent.isEmpty()) {
            each(run, sent, payouts::compare, payout -> runs.passed(run, payout));
            return;
        }
        finish(run);
    }

    /** Compares one after the other, until the gateway asks to wait. */
    private <T> void each(
            ReconciliationRuns.Open run,
            List<T> all,
            Function<T, Compared> compare,
            Consumer<T> passed) {
        for (var one : all) {
            var compared = compare.apply(one);
            var now = clock.instant();
            compared.differences().forEach(difference -> runs.add(run, difference, now));
            if (compared.pause().isPresent()) {
                runs.rest(run, now.plus(compared.pause().get()));
                return;
            }
            passed.accept(one);
        }
        runs.rest(run, clock.instant());
    }

    private void finish(ReconciliationRuns.Open run) {
        var now = clock.instant();
        books.compare(monthsBack(now), now).forEach(difference -> runs.add(run, difference, now));
        runs.finish(run, now);
        log.info("books compared run={} differences={}", run.id().value(), figures.store(run.id()));
    }

    private static Instant monthsBack(Instant now) {
        return now.minus(Duration.ofDays(60));
    }
}
