package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with the comparison that was started: some attempts with the gateway at a time, and when
 * all are through, the books among each other. What one step has found is stored before the next,
 * so that a process that dies costs a step.
 */
@Component
class ReconciliationStep {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationStep.class);
    private static final int AT_ONCE = 20;

    private final ReconciliationRuns runs;
    private final GatewayComparison gateway;
    private final BookComparison books;
    private final ReconciliationReport report;
    private final MoneyFigures figures;
    private final Clock clock;

    ReconciliationStep(
            ReconciliationRuns runs,
            GatewayComparison gateway,
            BookComparison books,
            ReconciliationReport report,
            MoneyFigures figures,
            Clock clock) {
        this.runs = runs;
        this.gateway = gateway;
        this.books = books;
        this.report = report;
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
        for (var attempt : attempts) {
            var pause = compare(run, attempt);
            if (pause.isPresent()) {
                runs.rest(run, clock.instant().plus(pause.get()));
                return;
            }
            runs.passed(run, attempt.id());
        }
        if (attempts.isEmpty()) {
            finish(run);
        } else {
            runs.rest(run, clock.instant());
        }
    }

    private Optional<Duration> compare(ReconciliationRuns.Open run, Attempt attempt) {
        var compared = gateway.compare(attempt);
        compared.differences().forEach(difference -> runs.add(run, difference, clock.instant()));
        return compared.pause();
    }

    private void finish(ReconciliationRuns.Open run) {
        var now = clock.instant();
        books.compare(monthsBack(now), now).forEach(difference -> runs.add(run, difference, now));
        runs.finish(run, now);
        var counts = report.counts(run.id());
        var found = new HashMap<String, Long>();
        for (var kind : DifferenceKind.values()) {
            found.put(
                    MoneyGauges.OF_RECONCILIATION + kind.name(),
                    counts.getOrDefault(kind, 0).longValue());
        }
        figures.store(found, now);
        log.info("books compared run={} differences={}", run.id().value(), counts);
    }

    private static Instant monthsBack(Instant now) {
        return now.minus(Duration.ofDays(60));
    }
}
