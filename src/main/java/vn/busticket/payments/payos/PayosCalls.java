package vn.busticket.payments.payos;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.payos.PayOS;
import vn.payos.core.RequestOptions;
import vn.payos.core.RequestOptions.RequestSigning;
import vn.payos.core.RequestOptions.ResponseSigning;
import vn.payos.core.RequestOptions.SignatureOptions;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkResponse;
import vn.payos.model.v2.paymentRequests.PaymentLink;
import vn.payos.model.v2.paymentRequests.PaymentLinkStatus;
import vn.payos.model.webhooks.ConfirmWebhookResponse;

/**
 * The calls of the official SDK, their answers read by ourselves: the SDK signs and verifies, but
 * its own reading fails with every field or status that is new (payos-java 2.0.1).
 */
class PayosCalls {

    private static final Logger log = LoggerFactory.getLogger(PayosCalls.class);
    private static final String LINKS = "/v2/payment-requests";
    private static final String STATUS = "status";

    private static final ObjectMapper READER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final PayOS payos;

    PayosCalls(PayOS payos) {
        this.payos = payos;
    }

    CreatePaymentLinkResponse create(CreatePaymentLinkRequest wanted) {
        RequestOptions<CreatePaymentLinkRequest> options =
                RequestOptions.<CreatePaymentLinkRequest>builder()
                        .signatureOpts(
                                SignatureOptions.builder()
                                        .request(RequestSigning.CREATE_PAYMENT_LINK)
                                        .response(ResponseSigning.BODY)
                                        .build())
                        .body(wanted)
                        .build();
        return read(payos.post(LINKS, Map.class, options), CreatePaymentLinkResponse.class);
    }

    PaymentLink get(long orderCode) {
        return read(payos.get(LINKS + "/" + orderCode, Map.class, verified()), PaymentLink.class);
    }

    PaymentLink cancel(long orderCode) {
        return read(
                payos.post(LINKS + "/" + orderCode + "/cancel", Map.class, verified()),
                PaymentLink.class);
    }

    ConfirmWebhookResponse confirm(String webhookUrl) {
        return payos.webhooks().confirm(webhookUrl);
    }

    private static RequestOptions<Void> verified() {
        return RequestOptions.<Void>builder()
                .signatureOpts(SignatureOptions.builder().response(ResponseSigning.BODY).build())
                .build();
    }

    /** A status that nobody knows yet is neither paid nor over. */
    private static <T> T read(Map<?, ?> answer, Class<T> type) {
        Map<Object, @Nullable Object> known = new HashMap<>(answer);
        known.computeIfPresent(
                STATUS,
                (name, status) -> {
                    if (isKnown(status)) {
                        return status;
                    }
                    log.warn("gateway tells a status that nobody knows status={}", status);
                    return PaymentLinkStatus.PROCESSING.name();
                });
        return READER.convertValue(known, type);
    }

    private static boolean isKnown(Object status) {
        return Arrays.stream(PaymentLinkStatus.values())
                .anyMatch(value -> value.name().equals(status));
    }
}
