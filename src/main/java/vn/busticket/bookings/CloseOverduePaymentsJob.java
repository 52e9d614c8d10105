package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.bookings.BookingSweeps.Overdue;
import vn.busticket.payments.OpenPayments;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.scheduling.JobWaker;

/**
 * Asks the gateway about open attempts of bookings and changes whose deadline has passed and ends
 * them, so that a payment of the last second still counts. A job of its own: a slow gateway delays
 * nobody else's expiry.
 */
@DisallowConcurrentExecution
class CloseOverduePaymentsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(CloseOverduePaymentsJob.class);
    private static final int MOST_IN_A_RUN = 500;

    private final BookingSweeps sweeps;
    private final ChangeRepository changes;
    private final OpenPayments payments;
    private final PaymentAttempts attempts;
    private final JobWaker waker;
    private final Clock clock;

    CloseOverduePaymentsJob(
            BookingSweeps sweeps,
            ChangeRepository changes,
            OpenPayments payments,
            PaymentAttempts attempts,
            JobWaker waker,
            Clock clock) {
        this.sweeps = sweeps;
        this.changes = changes;
        this.payments = payments;
        this.attempts = attempts;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var open = payments.withOpenAttempts(overdue(clock.instant()));
        open.forEach(this::endAttemptsOf);
        if (!open.isEmpty()) {
            waker.wake(ExpireBookingsJob.class);
            waker.wake(LapseChangesJob.class);
        }
    }

    private List<PayableId> overdue(Instant now) {
        var bookings = sweeps.overdue(MOST_IN_A_RUN, now).stream().map(Overdue::id);
        var changed =
                changes.overdue(MOST_IN_A_RUN, now).stream().map(ChangeRepository.Overdue::booking);
        return Stream.concat(bookings, changed)
                .map(booking -> new PayableId(booking.value()))
                .toList();
    }

    private void endAttemptsOf(PayableId payable) {
        try {
            attempts.endOverdue(payable);
        } catch (RuntimeException failed) {
            log.warn("overdue payment not ended booking={}", payable.value(), failed);
        }
    }
}
