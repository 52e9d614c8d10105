package vn.busticket.sandbox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a process of its own, set up by environment variables or system properties: {@code
 * SANDBOX_HOST}, {@code SANDBOX_PORT} (8085), {@code SANDBOX_CLIENT_ID}, {@code SANDBOX_API_KEY},
 * {@code SANDBOX_CHECKSUM_KEY}, {@code SANDBOX_WEBHOOK_URL}, {@code SANDBOX_STATE_FILE}, {@code
 * SANDBOX_DESCRIPTION_LIMIT} (9).
 */
public final class SandboxProcess {

    private SandboxProcess() {}

    /** Starts it, says where in one line on standard output, and runs until it is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        PayosSandbox sandbox = PayosSandbox.start(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
        System.out.println("PayOS sandbox ready at " + sandbox.baseUrl());
        new CountDownLatch(1).await();
    }

    private static SandboxSettings settings() {
        SandboxSettings usual = SandboxSettings.defaults();
        SandboxSettings settings =
                usual.withHost(setting("SANDBOX_HOST").orElse(usual.host()))
                        .withPort(setting("SANDBOX_PORT").map(Integer::valueOf).orElse(8085))
                        .withKeys(
                                setting("SANDBOX_CLIENT_ID").orElse(usual.clientId()),
                                setting("SANDBOX_API_KEY").orElse(usual.apiKey()),
                                setting("SANDBOX_CHECKSUM_KEY").orElse(usual.checksumKey()))
                        .withDescriptionLimit(
                                setting("SANDBOX_DESCRIPTION_LIMIT")
                                        .map(Integer::valueOf)
                                        .orElse(9));
        settings = setting("SANDBOX_WEBHOOK_URL").map(settings::withWebhookUrl).orElse(settings);
        return setting("SANDBOX_STATE_FILE")
                .map(Path::of)
                .map(settings::withStateFile)
                .orElse(settings);
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}
