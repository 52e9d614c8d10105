package vn.busticket.payments.payos;

import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.FailureTold;
import vn.busticket.payments.PaymentGateway.Forged;
import vn.busticket.payments.PaymentGateway.Message;
import vn.busticket.payments.PaymentGateway.NotUnderstood;
import vn.busticket.payments.PaymentGateway.NothingYet;
import vn.busticket.payments.PaymentGateway.TransferTold;
import vn.busticket.payments.PaymentGateway.Trial;

/** Verifies the body of a webhook over its data as received and reads what it tells. */
@Component
class PayosMessages {

    /** PayOS sends exactly this when an address is registered (payos.vn/docs, read 2026-11). */
    private static final long SAMPLE_ORDER_CODE = 123;

    private static final String SAMPLE_REFERENCE = "TF230204212323";
    private static final String SUCCESS = "00";
    private static final String PROCESSING = "PROCESSING";

    private final PayosSignature signature;
    private final PayosTransfers transfers;

    PayosMessages(PayosSignature signature, PayosTransfers transfers) {
        this.signature = signature;
        this.transfers = transfers;
    }

    /** Reads a body of any content. */
    Message read(byte[] body) {
        try {
            var envelope = JsonReader.object(body).fields();
            if (!(envelope.get("data") instanceof Json.Object data)) {
                return new NotUnderstood("no data");
            }
            if (!(envelope.get("signature") instanceof Json.Text sent)
                    || !signature.isRight(sent.value(), data)) {
                return new Forged();
            }
            return verified(new WebhookData(data));
        } catch (NotAWebhook reason) {
            return new NotUnderstood(String.valueOf(reason.getMessage()));
        }
    }

    private Message verified(WebhookData data) {
        if (isSample(data)) {
            return new Trial();
        }
        var code = data.text("code").orElseThrow(() -> new NotAWebhook("no code"));
        if (isProcessing(data, code)) {
            return new NothingYet();
        }
        return code.equals(SUCCESS)
                ? new TransferTold(transfers.of(data))
                : new FailureTold(data.orderCode(), code);
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
