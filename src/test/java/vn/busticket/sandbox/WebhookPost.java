package vn.busticket.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;

/** Posts a webhook once, as PayOS' HTTP client does: ten seconds of patience, no redirects. */
final class WebhookPost implements AutoCloseable {

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    WebhookPost(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
    }

    WebhookDelivery.Try send(String url, byte[] body) {
        long started = System.nanoTime();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(timeout)
                            .header("Content-Type", "application/json")
                            .header("User-Agent", "payOS-sandbox")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return outcome(
                    status,
                    status / 100 == 2 ? "" : "Request failed with status code " + status,
                    started);
        } catch (HttpTimeoutException late) {
            return outcome(0, "timeout of " + timeout.toMillis() + "ms exceeded", started);
        } catch (IOException | IllegalArgumentException unreachable) {
            return outcome(0, "connect failed: " + unreachable.getClass().getSimpleName(), started);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return outcome(0, "interrupted", started);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private WebhookDelivery.Try outcome(int status, String problem, long startedNanos) {
        return new WebhookDelivery.Try(
                clock.instant(),
                status,
                problem,
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }
}
