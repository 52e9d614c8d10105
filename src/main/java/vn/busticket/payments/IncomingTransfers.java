package vn.busticket.payments;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The two steps of a transfer in a row. Once the first is committed the money is safe, so that a
 * failure of the second is left to {@link SettleTransactionsJob}.
 */
@Component
public class IncomingTransfers {

    private static final Logger log = LoggerFactory.getLogger(IncomingTransfers.class);
    private static final int BATCH = 50;

    private final PaymentService payments;
    private final BankTransactionRepository transactions;
    private final ExceptionBook exceptions;
    private final PaymentMetrics metrics;
    private final Clock clock;

    IncomingTransfers(
            PaymentService payments,
            BankTransactionRepository transactions,
            ExceptionBook exceptions,
            PaymentMetrics metrics,
            Clock clock) {
        this.payments = payments;
        this.transactions = transactions;
        this.exceptions = exceptions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Records a transfer and settles it, unless that was done before. May be repeated.
     *
     * @throws org.springframework.dao.DataAccessException if it could not be recorded
     * @throws org.springframework.transaction.TransactionException if it could not be recorded
     */
    public Recorded take(GatewayTransaction transfer) {
        var recorded = payments.record(transfer);
        if (recorded.isNew()) {
            metrics.received(transfer.source());
        }
        if (!recorded.isSettled()) {
            settle(recorded.transaction());
        }
        return recorded;
    }

    /** Settles what is overdue; returns how many were tried. */
    int settleOverdue() {
        var overdue = transactions.claimUnsettled(BATCH, clock.instant());
        overdue.forEach(this::settle);
        return overdue.size();
    }

    private void settle(BankTransactionId transaction) {
        try {
            payments.settle(transaction);
        } catch (RuntimeException failed) {
            metrics.settlingFailed();
            log.warn(
                    "not settled yet, will be tried again transaction={}",
                    transaction.value(),
                    failed);
            tellStaff(transaction, failed);
        }
    }

    /** Where this fails too, the next try tells them. */
    private void tellStaff(BankTransactionId transaction, RuntimeException failed) {
        try {
            exceptions.decisionFailed(transaction, failed);
        } catch (DataAccessException notNoted) {
            log.warn("failure not noted for staff transaction={}", transaction.value(), notNoted);
        }
    }
}
