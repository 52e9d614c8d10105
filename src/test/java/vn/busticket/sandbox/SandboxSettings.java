package vn.busticket.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a sandbox is set up; start from {@link #defaults()}, each change makes another one. */
public final class SandboxSettings {

    private String host = "127.0.0.1";
    private int port;
    private String clientId = "demo-client-id";
    private String apiKey = "demo-api-key-not-secret";
    private String checksumKey = "demo-checksum-key-not-secret";
    private BankAccount account = BankAccount.FAKE;
    private int descriptionLimit = 9;
    private @Nullable Path stateFile;
    private @Nullable String webhookUrl;
    private List<Duration> webhookRetries =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    private Duration webhookTimeout = Duration.ofSeconds(10);
    private Clock clock = Clock.systemUTC();

    private SandboxSettings() {}

    private SandboxSettings(SandboxSettings other) {
        host = other.host;
        port = other.port;
        clientId = other.clientId;
        apiKey = other.apiKey;
        checksumKey = other.checksumKey;
        account = other.account;
        descriptionLimit = other.descriptionLimit;
        stateFile = other.stateFile;
        webhookUrl = other.webhookUrl;
        webhookRetries = other.webhookRetries;
        webhookTimeout = other.webhookTimeout;
        clock = other.clock;
    }

    /**
     * Any port on loopback, visibly fake keys, the strict 9-character description, the system's
     * clock.
     */
    public static SandboxSettings defaults() {
        return new SandboxSettings();
    }

    /** Where it listens. */
    public String host() {
        return host;
    }

    /** Where it listens; 0 takes any free one. */
    public int port() {
        return port;
    }

    /** Whom it serves. */
    public String clientId() {
        return clientId;
    }

    /** What proves a call to it. */
    public String apiKey() {
        return apiKey;
    }

    /** What signs calls, answers and webhooks. */
    public String checksumKey() {
        return checksumKey;
    }

    /** Whom it serves with payouts, and what proves and signs those calls. */
    public PayoutKeys payoutKeys() {
        return PayoutKeys.FAKE;
    }

    /** Where payers transfer to. */
    public BankAccount account() {
        return account;
    }

    /** The greatest length of a description: 9, or 25 for an account linked through PayOS. */
    public int descriptionLimit() {
        return descriptionLimit;
    }

    /** Where links and waiting webhooks survive a restart; null means memory only. */
    public @Nullable Path stateFile() {
        return stateFile;
    }

    /** Where webhooks go from the start. */
    public @Nullable String webhookUrl() {
        return webhookUrl;
    }

    /** The pauses before each further try of a webhook. */
    public List<Duration> webhookRetries() {
        return webhookRetries;
    }

    /** How long the answer to a webhook is waited for. */
    public Duration webhookTimeout() {
        return webhookTimeout;
    }

    /** What decides when links expire. */
    public Clock clock() {
        return clock;
    }

    /** The same on another address; {@code 0.0.0.0} opens it to the network. */
    public SandboxSettings withHost(String newHost) {
        return with(changed -> changed.host = newHost);
    }

    /** The same on a fixed port. */
    public SandboxSettings withPort(int newPort) {
        return with(changed -> changed.port = newPort);
    }

    /** The same with other credentials. */
    public SandboxSettings withKeys(String newClientId, String newApiKey, String newChecksumKey) {
        return with(changed -> {
            changed.clientId = newClientId;
            changed.apiKey = newApiKey;
            changed.checksumKey = newChecksumKey;
        });
    }

    /** The same with another greatest length of a description. */
    public SandboxSettings withDescriptionLimit(int characters) {
        return with(changed -> changed.descriptionLimit = characters);
    }

    /** The same, remembering everything in a file. */
    public SandboxSettings withStateFile(Path file) {
        return with(changed -> changed.stateFile = file);
    }

    /**
     * The same with a webhook address from the start, unprobed; an address in the state file gives
     * way to it.
     */
    public SandboxSettings withWebhookUrl(String url) {
        return with(changed -> changed.webhookUrl = url);
    }

    /** The same with other pauses between tries and another patience for the answer. */
    public SandboxSettings withWebhookRetries(Duration timeout, Duration... pauses) {
        return with(changed -> {
            changed.webhookTimeout = timeout;
            changed.webhookRetries = List.of(pauses);
        });
    }

    /** The same by another clock. */
    public SandboxSettings withClock(Clock newClock) {
        return with(changed -> changed.clock = newClock);
    }

    private SandboxSettings with(Consumer<SandboxSettings> change) {
        var changed = new SandboxSettings(this);
        change.accept(changed);
        return changed;
    }
}
