package vn.busticket.payments.payos;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.IncomingTransfers;
import vn.busticket.payments.PaymentMetrics;
import vn.busticket.payments.PaymentService;

/** Verifies the body of a webhook and hands in what it tells. */
@Component
class PayosWebhooks {

    private static final Logger log = LoggerFactory.getLogger(PayosWebhooks.class);

    /** PayOS sends exactly this when an address is registered (payos.vn/docs, read 2026-11). */
    private static final long SAMPLE_ORDER_CODE = 123;

    private static final String SAMPLE_REFERENCE = "TF230204212323";
    private static final String SUCCESS = "00";
    private static final String PROCESSING = "PROCESSING";

    private final PayosSignature signature;
    private final PayosTransfers reader;
    private final IncomingTransfers transfers;
    private final PaymentService payments;
    private final PaymentMetrics metrics;
    private final Clock clock;

    PayosWebhooks(
            PayosSignature signature,
            PayosTransfers reader,
            IncomingTransfers transfers,
            PaymentService payments,
            PaymentMetrics metrics,
            Clock clock) {
        this.signature = signature;
        this.reader = reader;
        this.transfers = transfers;
        this.payments = payments;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes a body of any content; may be repeated with the same one. Whatever fails on our side
     * asks PayOS to send it again.
     */
    WebhookOutcome take(byte[] body) {
        try {
            var envelope = JsonReader.object(body).fields();
            if (!(envelope.get("data") instanceof Json.Object data)) {
                return WebhookOutcome.NOT_A_WEBHOOK;
            }
            if (!(envelope.get("signature") instanceof Json.Text sent)
                    || !signature.isRight(sent.value(), data)) {
                return WebhookOutcome.BAD_SIGNATURE;
            }
            return takeVerified(new WebhookData(data));
        } catch (NotAWebhook reason) {
            log.debug("not a webhook reason={}", reason.getMessage());
            return WebhookOutcome.NOT_A_WEBHOOK;
        } catch (RuntimeException notStored) {
            log.error("webhook not stored, asked to send again", notStored);
            return WebhookOutcome.UNAVAILABLE;
        }
    }

    private WebhookOutcome takeVerified(WebhookData data) {
        if (isSample(data)) {
            return WebhookOutcome.SAMPLE;
        }
        var code = data.text("code").orElseThrow(() -> new NotAWebhook("no code"));
        if (isProcessing(data, code)) {
            return WebhookOutcome.PENDING;
        }
        if (!code.equals(SUCCESS)) {
            payments.fail(PayosGateway.NAME, data.orderCode(), code);
            return WebhookOutcome.FAILURE_NOTED;
        }
        var transfer = reader.of(data);
        var recorded = transfers.take(transfer);
        if (recorded.isNew()) {
            metrics.webhookLag(Duration.between(transfer.paidAt(), clock.instant()));
        }
        return recorded.isNew() ? WebhookOutcome.PROCESSED : WebhookOutcome.DUPLICATE;
    }

    private static boolean isSample(WebhookData data) {
        return data.orderCode() == SAMPLE_ORDER_CODE
                && data.text("reference").filter(SAMPLE_REFERENCE::equals).isPresent();
    }

    private static boolean isProcessing(WebhookData data, String code) {
        return code.equals(PROCESSING)
                || data.text("status").filter(PROCESSING::equals).isPresent();
    }
}
