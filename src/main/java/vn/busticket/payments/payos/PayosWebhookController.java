package vn.busticket.payments.payos;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.payments.PaymentMetrics;

/**
 * The door for PayOS: {@code POST /api/v1/payments/webhook}. Every answer is JSON of one form. A
 * call that is verified is never refused for its number, since PayOS has few addresses.
 */
@RestController
class PayosWebhookController {

    static final String PATH = "/api/v1/payments/webhook";

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int PART = 8 * 1024;
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final WebhookGate gate;
    private final PayosWebhooks webhooks;
    private final UnverifiedCalls unverified;
    private final AddressKeys addresses;
    private final PaymentMetrics metrics;

    PayosWebhookController(
            WebhookGate gate,
            PayosWebhooks webhooks,
            UnverifiedCalls unverified,
            AddressKeys addresses,
            PaymentMetrics metrics) {
        this.gate = gate;
        this.webhooks = webhooks;
        this.unverified = unverified;
        this.addresses = addresses;
        this.metrics = metrics;
        for (var outcome : WebhookOutcome.values()) {
            metrics.webhookMayBeAnswered(outcome.status().value(), outcome.answer().code());
        }
    }

    /** Answers every method, so that none falls through to a page. */
    @RequestMapping(
            path = PATH,
            method = {
                RequestMethod.POST,
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS,
                RequestMethod.TRACE
            })
    ResponseEntity<WebhookAnswer> receive(HttpServletRequest request) {
        var outcome = limited(read(request), request);
        metrics.webhookAnswered(outcome.status().value(), outcome.answer().code());
        var response =
                ResponseEntity.status(outcome.status())
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (outcome == WebhookOutcome.WRONG_METHOD) {
            response.allow(HttpMethod.POST);
        }
        if (outcome.isForNow()) {
            response.header(HttpHeaders.RETRY_AFTER, WebhookGate.COME_AGAIN_AFTER);
        }
        return response.body(outcome.answer());
    }

    private WebhookOutcome read(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return WebhookOutcome.WRONG_METHOD;
        }
        if (!isJson(request.getContentType())) {
            return WebhookOutcome.NOT_JSON;
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            return WebhookOutcome.TOO_LARGE;
        }
        try {
            var body = body(request.getInputStream());
            return body.length > LARGEST_BODY ? WebhookOutcome.TOO_LARGE : take(body);
        } catch (IOException brokenOffOrTooSlow) {
            return WebhookOutcome.NOT_A_WEBHOOK;
        }
    }

    private WebhookOutcome take(byte[] body) {
        if (!gate.enter()) {
            return WebhookOutcome.BUSY;
        }
        try {
            return gate.inTurn(() -> webhooks.take(body));
        } finally {
            gate.leave();
        }
    }

    /** Reads little by little, so that nobody holds a connection by sending a byte now and then. */
    private static byte[] body(InputStream in) throws IOException {
        var end = System.nanoTime() + LONGEST_READ.toNanos();
        var body = new ByteArrayOutputStream();
        var part = new byte[PART];
        for (var read = in.read(part); read >= 0; read = in.read(part)) {
            body.write(part, 0, read);
            if (body.size() > LARGEST_BODY) {
                break;
            }
            if (System.nanoTime() > end) {
                throw new IOException("The body comes too slowly");
            }
        }
        return body.toByteArray();
    }

    private WebhookOutcome limited(WebhookOutcome outcome, HttpServletRequest request) {
        return outcome.isUnverified()
                        && unverified.areTooManyFrom(addresses.of(request.getRemoteAddr()))
                ? WebhookOutcome.TOO_MANY
                : outcome;
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType)
                            .isCompatibleWith(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
