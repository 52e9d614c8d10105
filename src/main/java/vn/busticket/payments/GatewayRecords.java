package vn.busticket.payments;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.payments.PaymentGateway.Link;
import vn.busticket.payments.PaymentGateway.LinkRecord;
import vn.busticket.shared.Vnd;

/** Brings an attempt into step with the gateway's own record; money first, then the state. */
@Component
class GatewayRecords {

    private static final Logger log = LoggerFactory.getLogger(GatewayRecords.class);

    private final AttemptRepository attempts;
    private final IncomingTransfers transfers;
    private final PaymentService payments;
    private final PaymentMetrics metrics;
    private final ClusterNotices notices;
    private final Clock clock;

    GatewayRecords(
            AttemptRepository attempts,
            IncomingTransfers transfers,
            PaymentService payments,
            PaymentMetrics metrics,
            ClusterNotices notices,
            Clock clock) {
        this.attempts = attempts;
        this.transfers = transfers;
        this.payments = payments;
        this.metrics = metrics;
        this.notices = notices;
        this.clock = clock;
    }

    /** Stores a link that was just made. */
    void link(Attempt attempt, Link link) {
        link(attempt, link, false);
    }

    /** Stores a link whose making was never answered. */
    void linkFoundAgain(Attempt attempt, Link link) {
        link(attempt, link, true);
    }

    private void link(Attempt attempt, Link link, boolean isFoundAgain) {
        var now = clock.instant();
        var nextCheckAt =
                attempt.state().isFailure()
                        ? now
                        : CheckPauses.next(attempt.state(), 0, now).orElse(now);
        attempts.storeLink(attempt.id(), link, isFoundAgain, nextCheckAt, now);
        if (attempt.state().isOpen()) {
            metrics.attemptBecame(AttemptState.OPEN);
        }
        notices.publish("attempt", attempt.token());
    }

    /** Draws the conclusion from the gateway not knowing the order code. */
    void missing(Attempt attempt) {
        if (attempt.closeRequestedAt().isPresent()) {
            payments.close(attempt.id(), AttemptState.CANCELLED, "cancelled");
        } else if (!clock.instant().isBefore(attempt.expiresAt())) {
            payments.close(attempt.id(), AttemptState.EXPIRED, "expired");
        } else {
            log.warn("gateway does not know the link attempt={}", attempt.id().value());
        }
    }

    /** Takes over what the gateway says. */
    void apply(Attempt attempt, LinkRecord record) {
        record.transactions().forEach(transfers::take);
        var listed =
                Vnd.sum(record.transactions().stream().map(GatewayTransaction::amount).toList());
        if (listed.compareTo(record.amountPaid()) < 0) {
            log.error(
                    "gateway reports money without its transfers attempt={}", attempt.id().value());
            return;
        }
        switch (record.status()) {
            case PENDING, PROCESSING, UNDERPAID -> {
                if (attempt.linkId() == null && attempt.state().isOpen()) {
                    linkFoundAgain(attempt, record.link());
                }
            }
            case PAID -> log.debug("paid attempt={}", attempt.id().value());
            case CANCELLED -> payments.close(attempt.id(), AttemptState.CANCELLED, "cancelled");
            case EXPIRED -> payments.close(attempt.id(), AttemptState.EXPIRED, "expired");
            case FAILED -> payments.fail(attempt.id(), "failed");
        }
    }
}
