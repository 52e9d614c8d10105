package vn.busticket.payments;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/**
 * The one place where a refund changes its state: checks that it may, writes the history, tells the
 * others. The caller has the refund locked.
 */
@Component
class RefundSteps {

    private static final Logger log = LoggerFactory.getLogger(RefundSteps.class);

    private final RefundRepository refunds;
    private final ApplicationEventPublisher events;
    private final ClusterNotices notices;
    private final RefundMetrics metrics;
    private final Clock clock;

    RefundSteps(
            RefundRepository refunds,
            ApplicationEventPublisher events,
            ClusterNotices notices,
            RefundMetrics metrics,
            Clock clock) {
        this.refunds = refunds;
        this.events = events;
        this.notices = notices;
        this.metrics = metrics;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Opens a refund that waits for an account. */
    RefundCase open(RefundRepository.Opening opening) {
        var id = refunds.insert(opening, clock.instant());
        log.info(
                "refund opened refund={} reason={} transaction={}",
                id.value(),
                opening.reason(),
                opening.transaction().value());
        metrics.refundBecame(RefundState.NEEDS_ACCOUNT);
        events.publishEvent(new RefundOpened(id, opening.payable(), opening.amount()));
        return refunds.lock(id).orElseThrow();
    }

    /** The refund as it stands now, still locked. */
    RefundCase again(RefundCase refund) {
        return refunds.lock(refund.id()).orElseThrow();
    }

    /** Goes over to another state that is no failure. */
    void move(RefundCase refund, RefundState to, RefundActor actor, String what) {
        move(refund, to, actor, what, null);
    }

    /** Ends without the money having arrived, as the gateway says. */
    void fail(RefundCase refund, String reason) {
        fail(refund, RefundActor.SYSTEM, "failed", reason);
    }

    /** Ends without the money having arrived, as somebody says. */
    void fail(RefundCase refund, RefundActor actor, String what, String reason) {
        refunds.beginRound(refund);
        move(refund, RefundState.FAILED, actor, what, reason);
    }

    /** Writes down what was done without changing where the refund stands. */
    void note(RefundCase refund, RefundActor actor, String what) {
        refunds.note(refund, actor, what, clock.instant());
        notices.publish("refund", refund.token());
    }

    private void move(
            RefundCase refund,
            RefundState to,
            RefundActor actor,
            String what,
            @Nullable String failure) {
        refund.require(to);
        refunds.move(refund, to, actor, what, failure, clock.instant());
        metrics.refundBecame(to);
        notices.publish("refund", refund.token());
        tell(refund, to);
    }

    private void tell(RefundCase refund, RefundState to) {
        switch (to) {
            case NEEDS_ACCOUNT ->
                    events.publishEvent(new RefundNeedsAccount(refund.id(), refund.payable()));
            case REFUNDED -> {
                log.info("refund paid out refund={}", refund.id().value());
                events.publishEvent(
                        new RefundPaidOut(refund.id(), refund.payable(), refund.amount()));
            }
            case FAILED -> {
                log.warn("refund failed refund={}", refund.id().value());
                events.publishEvent(new RefundFailed(refund.id()));
            }
            case NEEDS_APPROVAL, APPROVED, REQUESTED, PROCESSING, UNKNOWN ->
                    log.info("refund goes on refund={} state={}", refund.id().value(), to);
        }
    }

    /** Says that the account has to come from the payer. */
    void askForAccount(RefundCase refund) {
        events.publishEvent(new RefundNeedsAccount(refund.id(), refund.payable()));
    }
}
