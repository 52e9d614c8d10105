package vn.busticket.payments;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
import vn.busticket.payments.PayoutAnswer.Unknown;
import vn.busticket.payments.PayoutBooks.Claimed;

/**
 * Calls gateways about refunds, outside transactions. Nothing is sent a second time unless the
 * gateway was asked first and does not know it, and then under the same key.
 */
@Component
class PayoutRounds {

    private static final Logger log = LoggerFactory.getLogger(PayoutRounds.class);
    private static final int AT_ONCE = 20;

    private final PayoutBooks books;
    private final GatewayCalls gateway;
    private final Clock clock;

    PayoutRounds(PayoutBooks books, GatewayCalls gateway, Clock clock) {
        this.books = books;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Sends what is agreed; returns how many refunds were sent. */
    int sendApproved() {
        var sent = 0;
        while (sent < AT_ONCE) {
            var open = gateway.thatPayOutNow();
            var payout = open.isEmpty() ? null : books.begin(open).orElse(null);
            if (payout == null) {
                return sent;
            }
            answered(payout, believed(payout, send(payout)));
            sent++;
        }
        return sent;
    }

    /** Asks about payouts that are due; returns how many. */
    int checkDue() {
        var open = gateway.thatPayOutNow();
        var due = open.isEmpty() ? List.<Long>of() : books.claimDue(open, AT_ONCE);
        for (var payout : due) {
            try {
                books.claimed(payout).ifPresent(this::check);
            } catch (RuntimeException failed) {
                log.error("payout not checked payout={}", payout, failed);
            }
        }
        return due.size();
    }

    private void check(Claimed claimed) {
        var payout = claimed.payout();
        var answer = look(payout);
        if (answer instanceof NotKnown && claimed.mayBeSentAgain()) {
            books.sendAgain(payout)
                    .ifPresent(again -> answered(again, believed(again, send(again))));
        } else {
            answered(payout, answer);
        }
    }

    /**
     * A refusal is believed once the gateway also says that it does not know the payout: it may
     * refuse only because it has it already.
     */
    private PayoutAnswer believed(Payout payout, PayoutAnswer answer) {
        if (!(answer instanceof Refused)) {
            return answer;
        }
        var looked = look(payout);
        return looked instanceof NotKnown ? answer : looked;
    }

    private void answered(Payout payout, PayoutAnswer answer) {
        try {
            books.answered(payout, answer);
        } catch (RuntimeException failed) {
            log.error(
                    "answer to a payout not stored, will be asked again refund={}",
                    payout.refund().value(),
                    failed);
        }
    }

    /** A node that stood still meanwhile does not send what others may have closed. */
    PayoutAnswer send(Payout payout) {
        return payout.isBeingSent(clock.instant())
                ? gateway.payOut(payout)
                : new Unknown("not sent in time");
    }

    private PayoutAnswer look(Payout payout) {
        return gateway.payoutState(payout, Urgency.WHEN_FREE);
    }
}
