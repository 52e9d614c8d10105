package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.scheduling.JobWaker;

/**
 * Starts, ends and looks after attempts to pay. What calls the gateway takes up to ten seconds a
 * call and refuses to run inside a transaction.
 */
@Service
public class PaymentAttempts {

    /** Longer than a call to the gateway can take. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final AttemptRepository attempts;
    private final AttemptChecks checks;
    private final CheckQueue queue;
    private final PaymentLimits limits;
    private final JobWaker jobs;
    private final Clock clock;

    PaymentAttempts(
            AttemptRepository attempts,
            AttemptChecks checks,
            CheckQueue queue,
            PaymentLimits limits,
            JobWaker jobs,
            Clock clock) {
        this.attempts = attempts;
        this.checks = checks;
        this.queue = queue;
        this.limits = limits;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Opens a way to pay: stores the attempt, asks the gateway for a link, stores its answer. An
     * open attempt for the same payable, amount and deadline is used again; any other open one is
     * ended first. May be repeated.
     *
     * @return the attempt to go to; it may be {@code PAID} already, {@code FAILED} if the gateway
     *     refused, or {@code REQUESTED} or {@code UNKNOWN} if its answer is still to come
     * @throws TooManyPayments if this visitor or address starts too many
     */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentPage start(StartPayment wanted) {
        var unfinished = attempts.unfinishedOf(wanted.payable());
        var sameAgain = unfinished.stream().filter(attempt -> attempt.serves(wanted)).findFirst();
        if (sameAgain.isPresent()) {
            return sameAgain.get().page();
        }
        limits.admit(wanted);
        for (var other : unfinished) {
            if (end(other, Urgency.NOW) == CheckResult.PAID) {
                return current(other.id());
            }
        }
        return request(wanted);
    }

    /**
     * Ends an attempt: asks the gateway to close the link, then decides by its record. May be
     * repeated; an attempt that has ended stays as it is.
     *
     * @return what became of it; {@code UNKNOWN} if the gateway did not answer, then it is asked
     *     again by itself
     * @throws NoSuchElementException if there is no such token
     */
    @Transactional(propagation = Propagation.NEVER)
    public CheckResult cancel(String token) {
        return end(attempts.findByToken(token).orElseThrow(), Urgency.NOW);
    }

    /**
     * Ends all attempts of a payable that can still bring money, before it is given up.
     *
     * @return {@code PAID} if any was paid, {@code UNKNOWN} if any may have been, {@code UNDERPAID}
     *     if some money came, else {@code CLOSED}
     */
    @Transactional(propagation = Propagation.NEVER)
    public CheckResult cancelAll(PayableId payable) {
        return endAll(payable, Urgency.NOW);
    }

    /**
     * As {@link #cancelAll}, for a job: nobody waits, so that it makes nobody else wait. What the
     * call budget does not allow now is done by itself a little later.
     */
    @Transactional(propagation = Propagation.NEVER)
    public CheckResult endOverdue(PayableId payable) {
        return endAll(payable, Urgency.WHEN_FREE);
    }

    /**
     * Lets all attempts of a payable that can still bring money be ended by the job, because nobody
     * wants the money any more; locks them until the transaction ends. Money that comes all the
     * same is told as ever.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(PayableId payable) {
        queue.endSoon(payable, clock.instant());
    }

    /** Lets an attempt be checked ahead of all others because somebody waits; may be repeated. */
    public void checkSoon(String token) {
        if (queue.askSoon(token, clock.instant())) {
            jobs.wake(ReconcilePaymentsJob.class);
        }
    }

    /**
     * Asks the gateway about an attempt now.
     *
     * @throws NoSuchElementException if there is no such attempt
     */
    @Transactional(propagation = Propagation.NEVER)
    public CheckResult checkNow(AttemptId id) {
        var attempt = attempts.find(id).orElseThrow();
        return hasEnded(attempt) ? attempts.result(id) : checks.check(attempt, Urgency.NOW);
    }

    private CheckResult endAll(PayableId payable, Urgency urgency) {
        for (var attempt : attempts.unfinishedOf(payable)) {
            end(attempt, urgency);
        }
        return attempts.resultsOf(payable).stream()
                .map(result -> result == CheckResult.OPEN ? CheckResult.UNKNOWN : result)
                .min(Comparator.comparing(PaymentAttempts::weight))
                .orElse(CheckResult.CLOSED);
    }

    private PaymentPage request(StartPayment wanted) {
        var now = clock.instant();
        var requested =
                attempts.insert(wanted, checks.gatewayForNewAttempts(), now.plus(LEASE), now);
        if (requested.isEmpty()) {
            return attempts.unfinishedOf(wanted.payable()).getLast().page();
        }
        checks.check(requested.get(), Urgency.NOW);
        return current(requested.get().id());
    }

    private CheckResult end(Attempt attempt, Urgency urgency) {
        if (hasEnded(attempt)) {
            return attempts.result(attempt.id());
        }
        var now = clock.instant();
        attempts.requestClose(attempt.id(), now.plus(LEASE), now);
        return checks.check(attempts.find(attempt.id()).orElseThrow(), urgency);
    }

    private PaymentPage current(AttemptId id) {
        return attempts.find(id).orElseThrow().page();
    }

    private static boolean hasEnded(Attempt attempt) {
        return attempt.state() == AttemptState.PAID || attempt.state().isFailure();
    }

    private static int weight(CheckResult result) {
        return switch (result) {
            case PAID -> 0;
            case UNKNOWN, OPEN -> 1;
            case UNDERPAID -> 2;
            case CLOSED -> 3;
        };
    }
}
