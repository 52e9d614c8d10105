package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PayOS' API over HTTP: finds the call, lets the faults have their say, answers in the envelope,
 * keeps the log.
 */
final class PaymentApi implements HttpHandler {

    private final SandboxSettings settings;
    private final DataSignature signature;
    private final PaymentRequests requests;
    private final WebhookRegistration registration;
    private final PayoutApi payouts;
    private final Faults faults;
    private final CallLog log;

    PaymentApi(
            SandboxSettings settings,
            DataSignature signature,
            PaymentRequests requests,
            WebhookRegistration registration,
            PayoutApi payouts,
            Faults faults,
            CallLog log) {
        this.settings = settings;
        this.signature = signature;
        this.requests = requests;
        this.registration = registration;
        this.payouts = payouts;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Endpoint> endpoint = Endpoint.of(exchange.getRequestMethod(), path);
        if (endpoint.isEmpty()) {
            WebPages.send(
                    exchange,
                    404,
                    "application/json",
                    text(Answer.error(404, "Endpoint not found")));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Fault> fault = faults.take(endpoint.get());
        Answer answer = answer(exchange, endpoint.get(), body, fault);
        boolean silent = fault.map(Fault::kind).filter(PaymentApi::isSilent).isPresent();
        log.add(
                new CallLog.Call(
                        settings.clock().instant(),
                        endpoint.get(),
                        endpoint.get().key(path),
                        silent ? 0 : answer.httpStatus(),
                        answer.code(),
                        fault.map(Fault::kind)));
        if (silent) {
            exchange.close();
        } else {
            if (endpoint.get().isPayout()) {
                signHeader(exchange, answer, fault);
            }
            WebPages.send(
                    exchange, answer.httpStatus(), "application/json", written(answer, fault));
        }
    }

    @SuppressWarnings("unchecked")
    private void signHeader(HttpExchange exchange, Answer answer, Optional<Fault> fault) {
        if (answer.data() instanceof Map<?, ?> data) {
            boolean wrong = fault.filter(on -> on.kind() == Fault.Kind.BAD_SIGNATURE).isPresent();
            exchange.getResponseHeaders()
                    .set(
                            PayoutApi.SIGNATURE,
                            wrong
                                    ? "0".repeat(64)
                                    : payouts.signatureOf((Map<String, @Nullable Object>) data));
        }
    }

    private static boolean isSilent(Fault.Kind kind) {
        return kind == Fault.Kind.ANSWER_LOST || kind == Fault.Kind.UNREACHABLE;
    }

    private Answer answer(
            HttpExchange exchange, Endpoint endpoint, String body, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return perform(exchange, endpoint, body);
        }
        Duration delay = fault.get().delay();
        return switch (fault.get().kind()) {
            case SERVER_ERROR -> Answer.error(500, "Internal server error");
            case UNAUTHORIZED -> Answer.error(401, "Unauthorized");
            case CHANNEL_PAUSED -> Answer.channelPaused();
            case UNREACHABLE -> Answer.error(503, "Unreachable");
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders()
                        .set("Retry-After", Integer.toString(fault.get().retryAfterSeconds()));
                yield Answer.error(429, "Too many requests");
            }
            case SLOW_TO_START -> {
                pause(delay);
                yield perform(exchange, endpoint, body);
            }
            case SLOW -> {
                Answer answer = perform(exchange, endpoint, body);
                pause(delay);
                yield answer;
            }
            case UNKNOWN_FIELD ->
                    perform(exchange, endpoint, body).withField("fieldOfTomorrow", "1");
            case UNKNOWN_STATUS ->
                    perform(exchange, endpoint, body)
                            .withField(
                                    endpoint.isPayout() ? "approvalState" : "status",
                                    "STATUS_OF_TOMORROW");
            case ANSWER_LOST, BAD_SIGNATURE, MALFORMED_JSON -> perform(exchange, endpoint, body);
        };
    }

    private Answer perform(HttpExchange exchange, Endpoint endpoint, String body) {
        if (endpoint.isPayout()) {
            return payouts.perform(exchange, endpoint, body);
        }
        String clientId = exchange.getRequestHeaders().getFirst("x-client-id");
        String apiKey = exchange.getRequestHeaders().getFirst("x-api-key");
        if (clientId == null || apiKey == null) {
            return Answer.error(401, "Unauthorized");
        }
        if (!clientId.equals(settings.clientId()) || !apiKey.equals(settings.apiKey())) {
            return Answer.channelPaused();
        }
        String key = endpoint.key(exchange.getRequestURI().getPath());
        Map<String, @Nullable Object> request;
        try {
            request = SandboxJson.readObject(body);
        } catch (IllegalArgumentException notJson) {
            return Answer.refusal("20", "Thông tin truyền lên không đúng.");
        }
        return switch (endpoint) {
            case CREATE -> requests.create(request);
            case GET -> requests.get(key);
            case CANCEL -> requests.cancel(key, request);
            case INVOICES -> requests.invoices(key);
            case CONFIRM_WEBHOOK -> registration.confirm(request);
            case PAYOUT_CREATE, PAYOUT_GET, PAYOUT_LIST ->
                    throw new IllegalArgumentException("Not a call of the payment channel");
        };
    }

    private String written(Answer answer, Optional<Fault> fault) {
        String good = text(answer);
        if (fault.isEmpty()) {
            return good;
        }
        return switch (fault.get().kind()) {
            case MALFORMED_JSON -> good.substring(0, good.length() / 2);
            case BAD_SIGNATURE -> {
                Map<String, @Nullable Object> envelope =
                        new LinkedHashMap<>(answer.envelope(signature));
                envelope.computeIfPresent("signature", (name, right) -> "0".repeat(64));
                yield SandboxJson.write(envelope);
            }
            default -> good;
        };
    }

    private String text(Answer answer) {
        return SandboxJson.write(answer.envelope(signature));
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
