package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
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
    private final PayoutRepository payouts;
    private final PaymentGateways gateways;
    private final RefundMetrics metrics;
    private final Clock clock;

    PayoutRounds(
            PayoutBooks books,
            PayoutRepository payouts,
            PaymentGateways gateways,
            RefundMetrics metrics,
            Clock clock) {
        this.books = books;
        this.payouts = payouts;
        this.gateways = gateways;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Sends what is agreed; returns how many refunds were sent. */
    int sendApproved() {
        var sent = 0;
        while (sent < AT_ONCE) {
            var open = openGateways();
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
        var open = openGateways();
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
            answer = believed(payout, send(payout));
        }
        answered(payout, answer);
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

    private PayoutAnswer send(Payout payout) {
        return measured("send", () -> gateways.named(payout.gateway()).refund(payout.order()));
    }

    private PayoutAnswer look(Payout payout) {
        return measured("look", () -> gateways.named(payout.gateway()).refundState(payout.order()));
    }

    private PayoutAnswer measured(String call, Supplier<PayoutAnswer> ask) {
        var begin = System.nanoTime();
        var answer = ask.get();
        metrics.payoutCalled(
                call,
                answer.getClass().getSimpleName(),
                Duration.ofNanos(System.nanoTime() - begin));
        return answer;
    }

    /** The names of gateways that pay out and have not asked to wait. */
    private List<String> openGateways() {
        return gateways.names().stream()
                .filter(name -> gateways.named(name).canRefund())
                .filter(name -> !payouts.pausedUntil(name).isAfter(clock.instant()))
                .toList();
    }
}
