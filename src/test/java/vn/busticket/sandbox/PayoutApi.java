package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of the payout channel: its own credentials, its signatures in headers both ways. */
final class PayoutApi {

    static final String SIGNATURE = "x-signature";

    private final PayoutKeys keys;
    private final DataSignature signature;
    private final Payouts payouts;

    PayoutApi(PayoutKeys keys, Payouts payouts) {
        this.keys = keys;
        this.signature = new DataSignature(keys.checksumKey());
        this.payouts = payouts;
    }

    Answer perform(HttpExchange exchange, Endpoint endpoint, String body) {
        var headers = exchange.getRequestHeaders();
        if (!keys.clientId().equals(headers.getFirst("x-client-id"))
                || !keys.apiKey().equals(headers.getFirst("x-api-key"))) {
            return Answer.error(401, "Unauthorized");
        }
        return switch (endpoint) {
            case PAYOUT_CREATE -> create(exchange, body);
            case PAYOUT_GET -> payouts.get(endpoint.key(exchange.getRequestURI().getPath()));
            case PAYOUT_LIST -> payouts.list(query(exchange, "referenceId"));
            case CREATE, GET, CANCEL, INVOICES, CONFIRM_WEBHOOK ->
                    throw new IllegalArgumentException("Not a call of the payout channel");
        };
    }

    /** The header that vouches for an answer's data. */
    String signatureOf(Map<String, @Nullable Object> data) {
        return signature.ofHeader(data);
    }

    private Answer create(HttpExchange exchange, String body) {
        Map<String, @Nullable Object> request;
        try {
            request = SandboxJson.readObject(body);
        } catch (IllegalArgumentException notJson) {
            return Answer.refusal("20", "Thông tin truyền lên không đúng.");
        }
        var headers = exchange.getRequestHeaders();
        var sent = headers.getFirst(SIGNATURE);
        var right = signature.ofHeader(request);
        if (sent == null
                || !MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8),
                        sent.getBytes(StandardCharsets.UTF_8))) {
            return Answer.refusal("201", "Mã kiểm tra(signature) không hợp lệ");
        }
        return payouts.create(request, headers.getFirst("x-idempotency-key"));
    }

    private static @Nullable String query(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair ->
                        URLDecoder.decode(
                                pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }
}
