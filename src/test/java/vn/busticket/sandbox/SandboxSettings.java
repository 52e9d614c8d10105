package vn.busticket.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up; start from {@link #defaults()}.
 *
 * @param port 0 takes any free one
 * @param descriptionLimit 9, or 25 for an account that is linked through PayOS
 * @param stateFile where links and waiting webhooks survive a restart; absent means memory only
 * @param webhookRetries the pauses before each further try
 */
public record SandboxSettings(
        String host,
        int port,
        String clientId,
        String apiKey,
        String checksumKey,
        BankAccount account,
        int descriptionLimit,
        @Nullable Path stateFile,
        @Nullable String webhookUrl,
        List<Duration> webhookRetries,
        Duration webhookTimeout,
        Clock clock) {

    /**
     * Any port on loopback, visibly fake keys, the strict 9-character description, the system's
     * clock.
     */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                "127.0.0.1",
                0,
                "demo-client-id",
                "demo-api-key-not-secret",
                "demo-checksum-key-not-secret",
                BankAccount.FAKE,
                9,
                null,
                null,
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25)),
                Duration.ofSeconds(10),
                Clock.systemUTC());
    }

    /** The same on another address; {@code 0.0.0.0} opens it to the network. */
    public SandboxSettings withHost(String newHost) {
        return new SandboxSettings(
                newHost,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same on a fixed port. */
    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(
                host,
                newPort,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same with other credentials. */
    public SandboxSettings withKeys(String newClientId, String newApiKey, String newChecksumKey) {
        return new SandboxSettings(
                host,
                port,
                newClientId,
                newApiKey,
                newChecksumKey,
                account,
                descriptionLimit,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same with another bank account. */
    public SandboxSettings withAccount(BankAccount newAccount) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                newAccount,
                descriptionLimit,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same with another greatest length of a description. */
    public SandboxSettings withDescriptionLimit(int characters) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                characters,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same, remembering everything in a file. */
    public SandboxSettings withStateFile(Path file) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                file,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /**
     * The same with a webhook address from the start, unprobed; an address in the state file gives
     * way to it.
     */
    public SandboxSettings withWebhookUrl(String url) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                stateFile,
                url,
                webhookRetries,
                webhookTimeout,
                clock);
    }

    /** The same with other pauses between tries and another patience for the answer. */
    public SandboxSettings withWebhookRetries(Duration timeout, Duration... pauses) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                stateFile,
                webhookUrl,
                List.of(pauses),
                timeout,
                clock);
    }

    /** The same by another clock, which decides when links expire. */
    public SandboxSettings withClock(Clock newClock) {
        return new SandboxSettings(
                host,
                port,
                clientId,
                apiKey,
                checksumKey,
                account,
                descriptionLimit,
                stateFile,
                webhookUrl,
                webhookRetries,
                webhookTimeout,
                newClock);
    }
}
