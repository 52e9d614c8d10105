package vn.busticket.payments;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.Created;
import vn.busticket.payments.PaymentGateway.Found;
import vn.busticket.payments.PaymentGateway.LinkRecord;
import vn.busticket.payments.PaymentGateway.NotFound;
import vn.busticket.payments.PaymentGateway.OrderCodeUsed;
import vn.busticket.payments.PaymentGateway.Refused;
import vn.busticket.payments.PaymentGateway.Unknown;

/**
 * Makes the link of an attempt, as often as it takes: the gateway accepts an order code only once,
 * so a repetition after a lost answer finds the first link instead of making a second.
 */
@Component
class LinkCreation {

    private static final Logger log = LoggerFactory.getLogger(LinkCreation.class);

    private final GatewayCalls gateway;
    private final GatewayRecords records;
    private final AttemptRepository attempts;
    private final CheckQueue queue;
    private final PaymentService payments;
    private final Clock clock;

    LinkCreation(
            GatewayCalls gateway,
            GatewayRecords records,
            AttemptRepository attempts,
            CheckQueue queue,
            PaymentService payments,
            Clock clock) {
        this.gateway = gateway;
        this.records = records;
        this.attempts = attempts;
        this.queue = queue;
        this.payments = payments;
        this.clock = clock;
    }

    /** Asks the gateway for the link and stores its answer. */
    void create(Attempt attempt, Urgency urgency) {
        switch (gateway.create(attempt, urgency)) {
            case Created(var link) -> records.link(reloaded(attempt), link);
            case OrderCodeUsed() -> findAgain(attempt);
            case Refused(var code) -> {
                log.error("payment link refused attempt={} code={}", attempt.id().value(), code);
                payments.close(attempt.id(), AttemptState.FAILED, code);
            }
            case Unknown(var reason) -> later(attempt, reason);
            case Busy(var retryAfter) ->
                    queue.postpone(attempt.id(), clock.instant().plus(retryAfter));
        }
    }

    private void findAgain(Attempt attempt) {
        switch (gateway.get(attempt, Urgency.NOW)) {
            case Found(var record) when attempt.owns(record) -> adopt(attempt, record);
            case Found found -> takeAnotherOrderCode(attempt);
            case NotFound() -> later(attempt, "used and not found");
            case Refused(var code) -> later(attempt, code);
            case Unknown(var reason) -> later(attempt, reason);
            case Busy(var retryAfter) ->
                    queue.postpone(attempt.id(), clock.instant().plus(retryAfter));
        }
    }

    private void adopt(Attempt attempt, LinkRecord record) {
        records.linkFoundAgain(reloaded(attempt), record.link());
        records.apply(reloaded(attempt), record);
    }

    /** The link is somebody else's, so that it is left alone: they may be paying it. */
    private void takeAnotherOrderCode(Attempt attempt) {
        log.error("order code belongs to another link orderCode={}", attempt.orderCode());
        attempts.renumber(attempt.id());
        queue.postpone(attempt.id(), clock.instant());
    }

    private void later(Attempt attempt, String reason) {
        log.warn("payment link unknown yet attempt={} reason={}", attempt.id().value(), reason);
        attempts.markUnknown(attempt.id());
        queue.answered(attempt.id(), clock.instant());
    }

    private Attempt reloaded(Attempt attempt) {
        return attempts.find(attempt.id()).orElseThrow();
    }
}
