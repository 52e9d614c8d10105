package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.payos.exception.APIException;

/** What the sandbox remembers when it stops and starts again, also as a process of its own. */
@Tag("P3.2")
@Tag("P3.4")
class RestartTest {

    @TempDir private Path folder;

    @Test
    void keepsLinksTransfersAndTheWebhookAddress() {
        SandboxSettings settings =
                SandboxSettings.defaults().withStateFile(folder.resolve("deep/state.json"));
        SandboxLink before;
        try (PayosSandbox first = PayosSandbox.start(settings)) {
            SdkClient.of(first).paymentRequests().create(SdkClient.request(5).build());
            first.transfer(5, 1_000, "FT-SAME", Payer.UNKNOWN);
            first.setWebhookUrl("http://127.0.0.1:1/hook");
            before = first.link(5);
        }
        try (PayosSandbox second = PayosSandbox.start(settings)) {
            assertThat(second.link(5)).isEqualTo(before);
            assertThat(second.webhooks().url()).contains("http://127.0.0.1:1/hook");
            assertThatThrownBy(() ->
                            SdkClient.of(second)
                                    .paymentRequests()
                                    .create(SdkClient.request(5).build()))
                    .isInstanceOf(APIException.class);
            assertThatThrownBy(() -> second.transfer(5, 1_000, "FT-SAME", Payer.UNKNOWN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sendsWebhooksThatTheStopInterrupted() throws IOException, InterruptedException {
        SandboxSettings settings =
                SandboxSettings.defaults().withStateFile(folder.resolve("state.json"));
        try (MerchantServer merchant = new MerchantServer()) {
            SandboxTransfer transfer;
            try (PayosSandbox first = PayosSandbox.start(settings.withWebhookUrl(merchant.url()))) {
                SdkClient.of(first).paymentRequests().create(SdkClient.request(6).build());
                merchant.answerNext(503);
                transfer = first.pay(6);
                merchant.next();
            }
            try (PayosSandbox second = PayosSandbox.start(settings)) {
                assertThat(merchant.next()).contains(transfer.reference());
                await().untilAsserted(() ->
                        assertThat(second.deliveries().getFirst().state())
                                .isEqualTo(WebhookDelivery.State.DELIVERED));
            }
        }
    }

    @Test
    void survivesBeingKilledAsAProcessOfItsOwn() throws IOException, InterruptedException {
        Path file = folder.resolve("state.json");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-DSANDBOX_PORT=0",
                                "-DSANDBOX_STATE_FILE=" + file,
                                SandboxProcess.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String baseUrl = baseUrl(process);
            SandboxSettings keys = SandboxSettings.defaults();
            SdkClient.at(baseUrl, keys.clientId(), keys.apiKey(), keys.checksumKey())
                    .paymentRequests()
                    .create(SdkClient.request(8).build());
            String paid = control(http, baseUrl, "pay", "{\"orderCode\":8,\"how\":\"over\"}");
            assertThat(paid).contains("\"amount\":260000");
            assertThat(control(http, baseUrl, "pay", "{\"orderCode\":9}"))
                    .contains("No payment link");
            await().until(() -> Files.exists(file) && Files.readString(file).contains("260000"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (PayosSandbox second =
                PayosSandbox.start(SandboxSettings.defaults().withStateFile(file))) {
            assertThat(second.statusOf(second.link(8))).isEqualTo(LinkStatus.PAID);
        }
    }

    private static String baseUrl(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("PayOS sandbox ready at ")) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
        return line.substring("PayOS sandbox ready at ".length());
    }

    private static String control(HttpClient http, String baseUrl, String action, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl + "/_control/" + action))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
