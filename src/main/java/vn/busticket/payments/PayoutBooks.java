package vn.busticket.payments;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.payments.PayoutAnswer.Busy;
import vn.busticket.payments.PayoutAnswer.Different;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
import vn.busticket.payments.PayoutAnswer.Taken;
import vn.busticket.payments.PayoutAnswer.Unknown;

/**
 * Writes down what goes through a gateway: before the call that it is sent, after it what was
 * answered. Each step is a transaction of its own, with the refund locked; money moves in the
 * ledger in the same one.
 */
@Component
class PayoutBooks {

    private static final Logger log = LoggerFactory.getLogger(PayoutBooks.class);

    private final RefundRepository refunds;
    private final PayoutRepository payouts;
    private final RefundSteps steps;
    private final Ledger ledger;
    private final ClosedPayouts closed;
    private final JdbcClient database;

    PayoutBooks(
            RefundRepository refunds,
            PayoutRepository payouts,
            RefundSteps steps,
            Ledger ledger,
            ClosedPayouts closed,
            JdbcClient database) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.steps = steps;
        this.ledger = ledger;
        this.closed = closed;
        this.database = database;
    }

    /** Takes the refund that has waited longest and writes down that it is being sent. */
    @Transactional
    Optional<Payout> begin(Collection<String> gateways) {
        return refunds.lockNextApproved(gateways)
                .map(refund -> {
                    move(refund, Place.DUE_FOR_REFUND, Place.IN_REFUND, "sent");
                    var payout = payouts.insert(refund, gatewayOf(refund), steps.now());
                    steps.move(refund, RefundState.REQUESTED, RefundActor.SYSTEM, "sent");
                    return payout;
                });
    }

    /** Takes payouts that are to be asked about. */
    @Transactional
    List<Long> claimDue(Collection<String> gateways, int most) {
        return payouts.claimDue(gateways, most, steps.now());
    }

    /** A payout and where its refund stands, unless it has failed meanwhile. */
    @Transactional
    Optional<Claimed> claimed(long payout) {
        var refund = refunds.lock(payouts.refundOf(payout)).orElseThrow();
        return payouts.living(payout, refund).map(found -> new Claimed(found, refund.state()));
    }

    /** A payout that is to be asked about. */
    record Claimed(Payout payout, RefundState state) {

        /** True while nobody knows whether the gateway ever heard of it. */
        boolean mayBeSentAgain() {
            return payout.outcome() == null && isUnheard(state);
        }
    }

    /** A payout however it has ended, and its refund. */
    record Account(Payout payout, RefundCase refund) {

        /** Where it stands, in a word. */
        String word() {
            var outcome = payout.outcome();
            return outcome == null ? refund.state().name() : outcome.name();
        }
    }

    /** What our books say about a payout. */
    @Transactional
    Account account(long payout) {
        var refund = refunds.lock(payouts.refundOf(payout)).orElseThrow();
        return new Account(payouts.find(payout, refund), refund);
    }

    /**
     * Writes down that a payout of which the gateway does not know is sent once more.
     *
     * @return nothing if it has ended or was taken meanwhile; then it must not be sent
     */
    @Transactional
    Optional<Payout> sendAgain(Payout payout) {
        var refund = refunds.lock(payout.refund()).orElseThrow();
        return isUnheard(refund.state())
                ? payouts.sendAgain(payout, refund, steps.now())
                : Optional.empty();
    }

    private static boolean isUnheard(RefundState state) {
        return state == RefundState.REQUESTED || state == RefundState.UNKNOWN;
    }

    /** Stores an answer; one that tells nothing new, or comes too late, changes nothing. */
    @Transactional
    void answered(Payout sent, PayoutAnswer answer) {
        var refund = refunds.lock(sent.refund()).orElseThrow();
        var living = payouts.living(sent.id(), refund);
        if (living.isEmpty()) {
            return;
        }
        var payout = living.get();
        if (payout.outcome() == PayoutOutcome.CLOSED) {
            closed.answered(refund, payout, answer);
        } else {
            answered(refund, payout, answer);
        }
    }

    private void answered(RefundCase refund, Payout payout, PayoutAnswer answer) {
        switch (answer) {
            case Taken taken -> taken(refund, payout, taken);
            case Refused(var code) -> refused(refund, payout, code);
            case NotKnown() -> notKnown(refund, payout);
            case Unknown(var reason) -> later(refund, payout, reason);
            case Different _ -> later(refund, payout, "another payout has our reference");
            case Busy(var retryAfter) ->
                    payouts.askAgain(payout, payout.checks(), steps.now().plus(retryAfter));
        }
    }

    private void taken(RefundCase refund, Payout payout, Taken answer) {
        switch (answer.state()) {
            case RECEIVED, PROCESSING, ON_HOLD -> onItsWay(refund, payout, answer);
            case SUCCEEDED -> succeeded(refund, payout, answer);
            case FAILED, CANCELLED, REVERSED -> failed(refund, payout, answer);
        }
    }

    private void onItsWay(RefundCase refund, Payout payout, Taken answer) {
        if (refund.state() == RefundState.REFUNDED) {
            log.error("a payout that had succeeded is open again refund={}", refund.id().value());
            payouts.askAgain(payout, payout.checks() + 1, PayoutPauses.onTheWay(99, steps.now()));
            return;
        }
        var isNew = refund.state() != RefundState.PROCESSING;
        var checks = isNew ? 0 : payout.checks() + 1;
        var next = PayoutPauses.onTheWay(checks, steps.now());
        payouts.answered(payout, answer, null, checks, next, steps.now());
        if (isNew) {
            steps.move(refund, RefundState.PROCESSING, RefundActor.SYSTEM, "taken");
        }
    }

    private void succeeded(RefundCase refund, Payout payout, Taken answer) {
        var isNew = refund.state() != RefundState.REFUNDED;
        var checks = isNew ? 0 : payout.checks() + 1;
        var next = PayoutPauses.afterSuccess(checks, steps.now()).orElse(null);
        payouts.answered(payout, answer, PayoutOutcome.SUCCEEDED, checks, next, steps.now());
        if (isNew) {
            move(refund, Place.IN_REFUND, Place.REFUNDED, "paid out");
            steps.move(refund, RefundState.REFUNDED, RefundActor.SYSTEM, "paid-out");
        }
    }

    private void failed(RefundCase refund, Payout payout, Taken answer) {
        payouts.answered(payout, answer, PayoutOutcome.FAILED, payout.checks(), null, steps.now());
        var reason = answer.reason();
        giveBack(refund, reason == null ? answer.state().name() : answer.state() + " " + reason);
    }

    private void refused(RefundCase refund, Payout payout, String code) {
        if (!isUnheard(refund.state())) {
            later(refund, payout, "refused to tell: " + code);
            return;
        }
        payouts.refused(payout, steps.now());
        giveBack(refund, "refused " + code);
    }

    private void giveBack(RefundCase refund, String reason) {
        var from = refund.state() == RefundState.REFUNDED ? Place.REFUNDED : Place.IN_REFUND;
        move(refund, from, Place.DUE_FOR_REFUND, "not paid out");
        steps.fail(refund, reason);
        closed.countPaid(steps.again(refund));
    }

    /** Only staff can have said of it that it was paid; the gateway is believed to be slow. */
    private void notKnown(RefundCase refund, Payout payout) {
        if (refund.state() != RefundState.REFUNDED) {
            later(refund, payout, "not known there");
            return;
        }
        log.error("a payout that was paid is not known there refund={}", refund.id().value());
        var checks = payout.checks() + 1;
        payouts.askAgain(
                payout, checks, PayoutPauses.afterSuccess(checks, steps.now()).orElse(null));
    }

    private void later(RefundCase refund, Payout payout, String reason) {
        log.warn("payout unknown yet refund={} reason={}", refund.id().value(), reason);
        var checks = payout.checks() + 1;
        payouts.askAgain(payout, checks, PayoutPauses.onTheWay(checks, steps.now()));
        if (refund.state() == RefundState.REQUESTED) {
            steps.move(refund, RefundState.UNKNOWN, RefundActor.SYSTEM, "answer-lost");
        }
    }

    private void move(RefundCase refund, Place from, Place to, String reason) {
        ledger.move(refund.transaction(), refund.payable(), from, to, refund.amount(), reason);
    }

    private String gatewayOf(RefundCase refund) {
        return database.sql("select gateway from bank_transaction where id = :id")
                .param("id", refund.transaction().value())
                .query(String.class)
                .single();
    }
}
