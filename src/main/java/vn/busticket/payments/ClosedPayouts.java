package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.payments.PayoutAnswer.Busy;
import vn.busticket.payments.PayoutAnswer.Different;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
import vn.busticket.payments.PayoutAnswer.Taken;
import vn.busticket.payments.PayoutAnswer.Unknown;

/**
 * What a gateway says about payouts that people have closed as not paid. One that was paid all the
 * same pays the refund if nothing else has or may; otherwise the money left twice, and staff get an
 * exception. The caller has the refund locked.
 */
@Component
class ClosedPayouts {

    private static final Logger log = LoggerFactory.getLogger(ClosedPayouts.class);

    private final PayoutRepository payouts;
    private final RefundSteps steps;
    private final Ledger ledger;
    private final ExceptionBook exceptions;

    ClosedPayouts(
            PayoutRepository payouts, RefundSteps steps, Ledger ledger, ExceptionBook exceptions) {
        this.payouts = payouts;
        this.steps = steps;
        this.ledger = ledger;
        this.exceptions = exceptions;
    }

    /** Stores an answer; one that comes after the gateway's last word changes nothing. */
    void answered(RefundCase refund, Payout payout, PayoutAnswer answer) {
        switch (answer) {
            case Taken taken -> taken(refund, payout, taken);
            case Busy(var retryAfter) ->
                    payouts.askAgain(payout, payout.checks(), steps.now().plus(retryAfter));
            case NotKnown(), Refused _, Unknown _, Different _ ->
                    payouts.askAgain(payout, payout.checks() + 1, next(payout));
        }
    }

    /** Where the last other payout has failed: lets a closed one that was paid count, if any. */
    void countPaid(RefundCase refund) {
        payouts.closedAndPaid(refund)
                .ifPresent(payout -> {
                    var name = payout.order().payoutId();
                    if (name != null) {
                        count(refund, payout, new Taken(name, PayoutState.SUCCEEDED, null));
                    }
                });
    }

    private void taken(RefundCase refund, Payout payout, Taken answer) {
        if (payout.isUnpaidThere()) {
            return;
        }
        var isNews = payout.gatewayState() != answer.state();
        if (answer.state() == PayoutState.SUCCEEDED && isNews) {
            paid(refund, payout, answer);
            return;
        }
        if (isNews) {
            log.warn(
                    "gateway tells about a closed payout refund={} state={}",
                    refund.id().value(),
                    answer.state());
        }
        store(payout, answer, answer.state().isUnpaid() ? null : next(payout));
    }

    private void paid(RefundCase refund, Payout payout, Taken answer) {
        log.error("a closed payout was paid all the same refund={}", refund.id().value());
        if (refund.state().isStillWithUs()) {
            count(refund, payout, answer);
        } else {
            store(payout, answer, next(payout));
            steps.note(refund, RefundActor.SYSTEM, "paid-twice");
            exceptions.paidOutTwice(refund.transaction(), payout.order().reference());
        }
    }

    private void count(RefundCase refund, Payout payout, Taken answer) {
        var next = PayoutPauses.afterSuccess(0, steps.now()).orElse(null);
        payouts.answered(payout, answer, PayoutOutcome.SUCCEEDED, 0, next, steps.now());
        ledger.move(
                refund.transaction(),
                refund.payable(),
                Place.DUE_FOR_REFUND,
                Place.REFUNDED,
                refund.amount(),
                "paid out after all");
        steps.move(refund, RefundState.REFUNDED, RefundActor.SYSTEM, "paid-after-all");
    }

    private void store(Payout payout, Taken answer, @Nullable Instant next) {
        payouts.answered(
                payout, answer, PayoutOutcome.CLOSED, payout.checks() + 1, next, steps.now());
    }

    private @Nullable Instant next(Payout payout) {
        var closedAt = payout.closedAt();
        return closedAt == null
                ? null
                : PayoutPauses.afterClosing(closedAt, steps.now()).orElse(null);
    }
}
