package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PayOS to try things with, over real HTTP: the API that the official SDK calls, a hosted pay page,
 * a bank, webhooks, and faults to switch on. No real money.
 *
 * <p>From code: the methods below. By hand: {@link #baseUrl()} in a browser. As a process of its
 * own ({@link SandboxProcess}): JSON at {@code /_control/}, {@code GET state | deliveries | calls |
 * payouts}, and {@code POST} of
 *
 * <ul>
 *   <li>{@code pay {orderCode, how: exact|short|over|twice|late}} or {@code {orderCode, amount,
 *       reference?}}; {@code scan {text, amount?}}; {@code cancel | lapse | begin {orderCode}};
 *       {@code refuse {orderCode, code, reason}}
 *   <li>{@code fault {endpoint: CREATE|…|ALL, kind: SERVER_ERROR|…, calls? | seconds?,
 *       delayMillis?, retryAfter?}}; {@code faults-off}; {@code rate {perMinute}}
 *   <li>{@code payout {reference, state: RECEIVED|…, code?}}
 *   <li>{@code webhook-url {url}}; {@code webhooks {mode:
 *       hold|release|release-reversed|lose|duplicate|normal, times?}}; {@code replay {delivery}};
 *       {@code reset}
 * </ul>
 */
public final class PayosSandbox implements AutoCloseable {

    private static final long USUAL_DIFFERENCE = 10_000;

    private final SandboxSettings settings;
    private final SandboxServer server;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-late-money").factory());
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final StateFile state;
    private final LinkStore links;
    private final Webhooks webhooks;
    private final WebhookBody bodies;
    private final PaymentRequests requests;
    private final LinkAnswers answers;
    private final Bank bank;
    private final Payouts payouts;

    private PayosSandbox(SandboxSettings settings) {
        this.settings = settings;
        this.server = new SandboxServer(settings.host(), settings.port());
        this.state = new StateFile(settings.stateFile());
        StateFile.State before = state.read();
        DataSignature signature = new DataSignature(settings.checksumKey());
        WebhookPost post = new WebhookPost(settings.webhookTimeout(), settings.clock());
        this.links = new LinkStore(before.links(), state::changed);
        this.webhooks = new Webhooks(post, settings.webhookRetries(), state::changed);
        webhooks.sendTo(
                settings.webhookUrl() == null ? before.webhookUrl() : settings.webhookUrl());
        this.bodies = new WebhookBody(signature, settings.account());
        this.answers = new LinkAnswers(settings.account(), baseUrl());
        this.requests =
                new PaymentRequests(
                        links,
                        answers,
                        new PaymentRequestRules(settings.descriptionLimit()),
                        signature,
                        settings.clock());
        this.bank = new Bank(links, webhooks, bodies, settings.account(), settings.clock());
        WebhookRegistration registration =
                new WebhookRegistration(webhooks, post, bodies, settings.account());
        this.payouts = new Payouts(before.paidOut(), settings.clock(), state::changed);
        webhooks.restore(before.waiting());
        state.writeFrom(() ->
                new StateFile.State(
                        links.newestFirst(),
                        webhooks.url().orElse(null),
                        webhooks.unfinished(),
                        payouts.all()));
        server.open(
                new PaymentApi(
                        settings,
                        signature,
                        requests,
                        registration,
                        new PayoutApi(settings.payoutKeys(), payouts),
                        faults,
                        calls),
                this);
    }

    /** Starts a sandbox, taking up the state that its file holds. */
    public static PayosSandbox start(SandboxSettings settings) {
        return new PayosSandbox(settings);
    }

    /** The address for {@code PAYOS_BASE_URL} and for a browser. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** How it was set up. */
    public SandboxSettings settings() {
        return settings;
    }

    /** The switchboard of misbehaviour. */
    public Faults faults() {
        return faults;
    }

    /** The API calls that came in. */
    public CallLog calls() {
        return calls;
    }

    /** The sender of webhooks: hold, release, reverse, replay, duplicate. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** The payouts: what was taken, and where each stands. */
    public Payouts payouts() {
        return payouts;
    }

    /** Every webhook so far, oldest first. */
    public List<WebhookDelivery> deliveries() {
        return webhooks.deliveries();
    }

    /** Sends webhooks here from now on, without a probe. */
    public void setWebhookUrl(String url) {
        webhooks.sendTo(url);
    }

    /** Switches on and off that webhooks are never sent. */
    public void loseWebhooks(boolean on) {
        webhooks.lose(on);
    }

    /** The links, newest first. */
    public List<SandboxLink> links() {
        return links.newestFirst();
    }

    /** The link with an order code. */
    public SandboxLink link(long orderCode) {
        return bank.link(orderCode);
    }

    /** The link with an id or an order code, if there is one. */
    public Optional<SandboxLink> find(String idOrOrderCode) {
        return links.find(idOrOrderCode);
    }

    /** Where a link stands now, expiry included. */
    public LinkStatus statusOf(SandboxLink link) {
        return link.statusAt(settings.clock().instant());
    }

    /** The text of a link's VietQR. */
    public String qrText(SandboxLink link) {
        return answers.qrText(link);
    }

    Map<String, @Nullable Object> shown(SandboxLink link) {
        return answers.current(link, settings.clock().instant());
    }

    /** Transfers any amount to a link, open or not, and sends the webhook. */
    public SandboxTransfer transfer(long orderCode, long amount) {
        return bank.transfer(orderCode, amount, null, Payer.UNKNOWN);
    }

    /**
     * As {@link #transfer(long, long)}, under a bank reference (null: a fresh one) and from a known
     * payer.
     */
    public SandboxTransfer transfer(
            long orderCode, long amount, @Nullable String reference, Payer payer) {
        return bank.transfer(orderCode, amount, reference, payer);
    }

    /** Pays what a scanned VietQR says, as a bank app does: nothing but its text is known. */
    public SandboxTransfer payByQr(String text) {
        VietQr qr = VietQr.parse(text);
        return bank.payByQr(qr, qr.amount(), Payer.UNKNOWN);
    }

    /** As {@link #payByQr(String)}, but the payer changed the amount. */
    public SandboxTransfer payByQr(String text, long amount) {
        return bank.payByQr(VietQr.parse(text), amount, Payer.UNKNOWN);
    }

    /** Pays the amount asked for, whatever the link's status. */
    public SandboxTransfer pay(long orderCode) {
        return transfer(orderCode, link(orderCode).amount());
    }

    /** Pays ten thousand đồng too little, or half of a small amount. */
    public SandboxTransfer payShort(long orderCode) {
        return payShort(orderCode, Math.min(USUAL_DIFFERENCE, (link(orderCode).amount() + 1) / 2));
    }

    /** Pays so much too little. */
    public SandboxTransfer payShort(long orderCode, long missing) {
        return transfer(orderCode, link(orderCode).amount() - missing);
    }

    /** Pays ten thousand đồng too much. */
    public SandboxTransfer payOver(long orderCode) {
        return payOver(orderCode, USUAL_DIFFERENCE);
    }

    /** Pays so much too much. */
    public SandboxTransfer payOver(long orderCode, long surplus) {
        return transfer(orderCode, link(orderCode).amount() + surplus);
    }

    /** Pays the amount asked for two times over. */
    public List<SandboxTransfer> payTwice(long orderCode) {
        return List.of(pay(orderCode), pay(orderCode));
    }

    /** Pays after the link has ended; a link still open lapses first. */
    public SandboxTransfer payLate(long orderCode) {
        bank.become(orderCode, LinkStatus.EXPIRED);
        return pay(orderCode);
    }

    /** Lets the link lapse now and pays after a while. */
    public void payLate(long orderCode, Duration delay) {
        bank.become(orderCode, LinkStatus.EXPIRED);
        if (delay.isPositive()) {
            var unused =
                    later.schedule(() -> pay(orderCode), delay.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            pay(orderCode);
        }
    }

    /** Ends an open link as if its time had run out. */
    public void lapse(long orderCode) {
        bank.become(orderCode, LinkStatus.EXPIRED);
    }

    /** The payer has begun: the link is PROCESSING until a transfer arrives. */
    public void begin(long orderCode) {
        bank.become(orderCode, LinkStatus.PROCESSING);
    }

    /** The payer calls an open link off; false if it had ended already. */
    public boolean cancel(long orderCode) {
        return requests.cancel(orderCode, "Người mua hủy").isPresent();
    }

    /**
     * The bank refuses the payment: status FAILED (unless the link has ended), and a webhook with
     * this {@code data.code} and {@code data.desc}.
     */
    public void refuse(long orderCode, String code, String reason) {
        bank.refuse(orderCode, code, reason);
    }

    /** A webhook body for any data, rightly signed. */
    public byte[] signedWebhook(Map<String, ? extends @Nullable Object> data) {
        return bodies.signed(data).getBytes(StandardCharsets.UTF_8);
    }

    /** A webhook body for any data under any signature, to forge with. */
    public byte[] webhookSignedAs(Map<String, ? extends @Nullable Object> data, String signature) {
        return WebhookBody.with(data, signature).getBytes(StandardCharsets.UTF_8);
    }

    /** The data of a webhook for a transfer to a link, to be changed at will. */
    public Map<String, @Nullable Object> webhookData(long orderCode, SandboxTransfer transfer) {
        return bodies.data(link(orderCode), transfer);
    }

    /** The data of PayOS' own probe: order 123. */
    public static Map<String, @Nullable Object> sampleWebhookData() {
        return WebhookBody.sampleData();
    }

    /** Forgets links, webhooks, calls and faults; keys and the webhook address stay. */
    public void reset() {
        faults.clear();
        calls.clear();
        webhooks.clear();
        payouts.clear();
        links.clear();
    }

    /** Stops answering and sending, and writes the state file. */
    @Override
    public void close() {
        server.close();
        later.shutdownNow();
        webhooks.close();
        state.close();
    }
}
