package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registers the merchant's webhook address after trying it out with PayOS' sample. */
final class WebhookRegistration {

    private final Webhooks webhooks;
    private final WebhookPost post;
    private final WebhookBody bodies;
    private final BankAccount account;

    WebhookRegistration(
            Webhooks webhooks, WebhookPost post, WebhookBody bodies, BankAccount account) {
        this.webhooks = webhooks;
        this.post = post;
        this.bodies = bodies;
        this.account = account;
    }

    Answer confirm(Map<String, @Nullable Object> request) {
        if (!(request.get("webhookUrl") instanceof String url) || url.isBlank()) {
            return new Answer(400, "20", "Webhook url invalid", "webhookUrl must be a URL address");
        }
        String sample = bodies.signed(WebhookBody.sampleData());
        WebhookDelivery.Try outcome = post.send(url, sample.getBytes(StandardCharsets.UTF_8));
        if (!outcome.succeeded()) {
            return new Answer(400, "20", "Webhook url invalid", outcome.problem());
        }
        webhooks.sendTo(url);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("webhookUrl", url);
        data.put("accountNumber", account.accountNumber());
        data.put("accountName", account.accountName());
        data.put("name", account.accountName());
        data.put("shortName", account.shortName());
        return Answer.success(data);
    }
}
