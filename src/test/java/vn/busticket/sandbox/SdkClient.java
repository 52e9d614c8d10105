package vn.busticket.sandbox;

import vn.payos.PayOS;
import vn.payos.core.ClientOptions;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest.CreatePaymentLinkRequestBuilder;

/** The official SDK, pointed at a sandbox. */
final class SdkClient {

    private SdkClient() {}

    static PayOS of(PayosSandbox sandbox) {
        return of(sandbox, sandbox.settings().apiKey(), sandbox.settings().checksumKey());
    }

    static PayOS of(PayosSandbox sandbox, String apiKey, String checksumKey) {
        return at(sandbox.baseUrl(), sandbox.settings().clientId(), apiKey, checksumKey);
    }

    static PayOS at(String baseUrl, String clientId, String apiKey, String checksumKey) {
        return new PayOS(
                ClientOptions.builder()
                        .clientId(clientId)
                        .apiKey(apiKey)
                        .checksumKey(checksumKey)
                        .baseURL(baseUrl)
                        .timeoutMs(2_000)
                        .maxRetries(0)
                        .build());
    }

    static CreatePaymentLinkRequestBuilder request(long orderCode) {
        return CreatePaymentLinkRequest.builder()
                .orderCode(orderCode)
                .amount(250_000L)
                .description("VE XE")
                .returnUrl("http://localhost:8080/payment/success/abc?lang=vi")
                .cancelUrl("http://localhost:8080/payment/failure/abc");
    }
}
