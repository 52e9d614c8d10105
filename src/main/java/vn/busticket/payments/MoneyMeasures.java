package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the books of the last day and counts what breaks an invariant. */
@Component
class MoneyMeasures {

    static final String IMBALANCE = "ledger.imbalance";
    static final String OVERDUE_REFUNDS = "refunds.overdue";

    private static final Logger log = LoggerFactory.getLogger(MoneyMeasures.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final BookComparison books;
    private final LedgerComparison ledger;
    private final RefundQueries refunds;
    private final MoneyFigures figures;
    private final Clock clock;

    MoneyMeasures(
            BookComparison books,
            LedgerComparison ledger,
            RefundQueries refunds,
            MoneyFigures figures,
            Clock clock) {
        this.books = books;
        this.ledger = ledger;
        this.refunds = refunds;
        this.figures = figures;
        this.clock = clock;
    }

    /** What must always be true of money. */
    enum Invariant {
        /** Confirmed means that the money allocated is the amount due, and nothing else has any. */
        I2,
        /** Every transfer received is entered, counted and decided about. */
        I3,
        /** No place of the ledger has given more than it had. */
        I6
    }

    /** Measures and stores. */
    void measure() {
        var now = clock.instant();
        Map<String, Long> found = new HashMap<>();
        for (var invariant : Invariant.values()) {
            found.put(invariant.name(), 0L);
        }
        for (var difference : books.compare(now.minus(DAY), now)) {
            found.merge(invariant(difference.kind()).name(), 1L, Long::sum);
            log.error(
                    "books differ kind={} payable={} transaction={}",
                    difference.kind(),
                    difference.payable(),
                    difference.transaction());
        }
        found.put(IMBALANCE, ledger.imbalanceVnd(now.minus(DAY)));
        found.put(OVERDUE_REFUNDS, refunds.count(RefundFilter.OVERDUE));
        figures.store(found, now);
    }

    private static Invariant invariant(DifferenceKind kind) {
        return switch (kind) {
            case PAID_NOT_CONFIRMED, CONFIRMED_NOT_PAID, MONEY_FOR_NOTHING -> Invariant.I2;
            case NOT_SETTLED,
                    NOT_ENTERED,
                    RECEIVED_SUM_DIFFERS,
                    MISSING_TRANSACTION,
                    UNKNOWN_AT_GATEWAY,
                    AMOUNT_DIFFERS,
                    STATE_DIFFERS,
                    MISSING_AT_GATEWAY,
                    NO_ANSWER,
                    PAYOUT_STATE_DIFFERS,
                    PAYOUT_AMOUNT_DIFFERS,
                    PAYOUT_MISSING,
                    PAID_OUT_TWICE ->
                    Invariant.I3;
            case LEDGER_IMBALANCE -> Invariant.I6;
        };
    }
}
