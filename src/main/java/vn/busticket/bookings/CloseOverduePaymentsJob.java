package vn.busticket.bookings;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.payments.OpenPayments;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.scheduling.JobWaker;

/**
 * Asks the gateway about open attempts of bookings whose deadline has passed and ends them, so that
 * a payment of the last second still counts. A job of its own: a slow gateway delays nobody else's
 * expiry.
 */
@DisallowConcurrentExecution
class CloseOverduePaymentsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(CloseOverduePaymentsJob.class);
    private static final int MOST_IN_A_RUN = 500;

    private final BookingSweeps sweeps;
    private final OpenPayments payments;
    private final PaymentAttempts attempts;
    private final JobWaker waker;
    private final Clock clock;

    CloseOverduePaymentsJob(
            BookingSweeps sweeps,
            OpenPayments payments,
            PaymentAttempts attempts,
            JobWaker waker,
            Clock clock) {
        this.sweeps = sweeps;
        this.payments = payments;
        this.attempts = attempts;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var payables =
                sweeps.overdue(MOST_IN_A_RUN, clock.instant()).stream()
                        .map(booking -> new PayableId(booking.id().value()))
                        .toList();
        var open = payments.withOpenAttempts(payables);
        open.forEach(this::endAttemptsOf);
        if (!open.isEmpty()) {
            waker.wake(ExpireBookingsJob.class);
        }
    }

    private void endAttemptsOf(PayableId payable) {
        try {
            attempts.endOverdue(payable);
        } catch (RuntimeException failed) {
            log.warn("overdue payment not ended booking={}", payable.value(), failed);
        }
    }
}
