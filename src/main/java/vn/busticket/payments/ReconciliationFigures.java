package vn.busticket.payments;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps for the metrics how many differences of each kind a comparison has found. */
@Component
class ReconciliationFigures {

    private final ReconciliationReport report;
    private final MoneyFigures figures;
    private final Clock clock;

    ReconciliationFigures(ReconciliationReport report, MoneyFigures figures, Clock clock) {
        this.report = report;
        this.figures = figures;
        this.clock = clock;
    }

    /** Stores the counts of a comparison that is over, and returns those that are not zero. */
    Map<DifferenceKind, Integer> store(RunId run) {
        var counts = report.counts(run);
        var found = new HashMap<String, Long>();
        for (var kind : DifferenceKind.values()) {
            found.put(
                    MoneyGauges.OF_RECONCILIATION + kind.name(),
                    counts.getOrDefault(kind, 0).longValue());
        }
        figures.store(found, clock.instant());
        return counts;
    }
}
