package vn.busticket.payments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who calls the webhook address, from a loopback address of their own. */
final class WebhookCalls implements AutoCloseable {

    private static final int LAST_BYTE = 250;
    private static final AtomicInteger CALLERS = new AtomicInteger();

    private final HttpClient http;
    private final URI address;

    WebhookCalls(int port) {
        var number = CALLERS.incrementAndGet();
        var own = "127.1." + number / LAST_BYTE + "." + (number % LAST_BYTE + 1);
        this.http = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(own)).build();
        this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/payments/webhook");
    }

    HttpResponse<String> post(byte[] body) {
        return send(request("application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> post(String body) {
        return send(request("application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postAs(String contentType, byte[] body) {
        return send(request(contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> postInChunks(byte[] body) {
        return send(
                request("application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    HttpResponse<String> call(String method) {
        return send(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String contentType) {
        var request = HttpRequest.newBuilder(address);
        return contentType.isEmpty() ? request : request.header("Content-Type", contentType);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
