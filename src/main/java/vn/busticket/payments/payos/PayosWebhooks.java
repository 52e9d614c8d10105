package vn.busticket.payments.payos;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.GenuineWebhooks;
import vn.busticket.payments.IncomingTransfers;
import vn.busticket.payments.PaymentGateway.FailureTold;
import vn.busticket.payments.PaymentGateway.Forged;
import vn.busticket.payments.PaymentGateway.NotUnderstood;
import vn.busticket.payments.PaymentGateway.NothingYet;
import vn.busticket.payments.PaymentGateway.TransferTold;
import vn.busticket.payments.PaymentGateway.Trial;
import vn.busticket.payments.PaymentMetrics;
import vn.busticket.payments.PaymentService;

/** Hands in what a webhook tells, once it is verified. */
@Component
class PayosWebhooks {

    private static final Logger log = LoggerFactory.getLogger(PayosWebhooks.class);

    private final PayosGateway gateway;
    private final IncomingTransfers transfers;
    private final PaymentService payments;
    private final GenuineWebhooks genuine;
    private final PaymentMetrics metrics;
    private final Clock clock;

    PayosWebhooks(
            PayosGateway gateway,
            IncomingTransfers transfers,
            PaymentService payments,
            GenuineWebhooks genuine,
            PaymentMetrics metrics,
            Clock clock) {
        this.gateway = gateway;
        this.transfers = transfers;
        this.payments = payments;
        this.genuine = genuine;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes a body of any content; may be repeated with the same one. Whatever fails on our side
     * asks PayOS to send it again.
     */
    WebhookOutcome take(byte[] body) {
        try {
            return switch (gateway.verify(body)) {
                case TransferTold(var transfer) -> record(transfer);
                case FailureTold(var orderCode, var code) -> fail(orderCode, code);
                case NothingYet() -> WebhookOutcome.PENDING;
                case Trial() -> WebhookOutcome.SAMPLE;
                case Forged() -> WebhookOutcome.BAD_SIGNATURE;
                case NotUnderstood(var why) -> {
                    log.debug("not a webhook reason={}", why);
                    yield WebhookOutcome.NOT_A_WEBHOOK;
                }
            };
        } catch (RuntimeException notStored) {
            log.error("webhook not stored, asked to send again", notStored);
            return WebhookOutcome.UNAVAILABLE;
        }
    }

    private WebhookOutcome record(GatewayTransaction transfer) {
        var recorded = transfers.take(transfer);
        genuine.seen(PayosGateway.NAME);
        if (!recorded.isNew()) {
            return WebhookOutcome.DUPLICATE;
        }
        metrics.webhookLag(Duration.between(transfer.paidAt(), clock.instant()));
        return WebhookOutcome.PROCESSED;
    }

    private WebhookOutcome fail(long orderCode, String code) {
        payments.fail(PayosGateway.NAME, orderCode, code);
        genuine.seen(PayosGateway.NAME);
        return WebhookOutcome.FAILURE_NOTED;
    }
}
