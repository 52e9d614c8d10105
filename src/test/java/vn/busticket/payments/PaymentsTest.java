package vn.busticket.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.busticket.payments.PaymentsApplication.Claimant;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.SettableClock;

/**
 * A test of this room and those below it: real PostgreSQL, the sandbox and webhooks over HTTP. Each
 * test begins without open attempts, because they would be asked about in its place.
 */
@SpringBootTest(
        classes = PaymentsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "busticket.payos.checksum-key-previous=" + PaymentsTest.PREVIOUS_KEY,
            "busticket.payments.calls-per-second=5"
        })
public abstract class PaymentsTest extends ApplicationTest {

    protected static final String PREVIOUS_KEY = "demo-checksum-key-before";
    protected static final Vnd PRICE = new Vnd(350_000);
    protected static final SettableClock SANDBOX_CLOCK = new SettableClock();
    protected static final PayosSandbox SANDBOX =
            PayosSandbox.start(SandboxSettings.defaults().withClock(SANDBOX_CLOCK));

    private static final AtomicLong PAYABLES = new AtomicLong(1_000);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired protected PaymentAttempts attempts;
    @Autowired protected PaymentQueries queries;
    @Autowired protected Ledger ledger;
    @Autowired protected Claimant claimant;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry properties) {
        properties.add("busticket.payos.base-url", SANDBOX::baseUrl);
    }

    @BeforeEach
    void beginAfresh() {
        move(SettableClock.START);
        SANDBOX.reset();
        SANDBOX.loseWebhooks(false);
        SANDBOX.setWebhookUrl(webhookAddress());
        claimant.failing = false;
        database.sql("update payment_attempt set next_check_at = null").update();
        database.sql("update bank_transaction set next_settle_at = null").update();
        database.sql(
                        """
                        update gateway_pause
                           set paused_until = null, permits = 10, failures = 0, opened_at = null,
                               refilled_at = timestamptz '2026-01-01 00:00:00Z'
                        """)
                .update();
    }

    /** Moves our clock and PayOS' to an instant. */
    protected void move(Instant instant) {
        clock.set(instant);
        SANDBOX_CLOCK.set(instant);
    }

    /** Lets time pass, here and at PayOS. */
    protected void pass(Duration time) {
        move(clock.instant().plus(time));
    }

    protected static PayableId somethingToPay() {
        return new PayableId(PAYABLES.incrementAndGet());
    }

    /** The wish to pay the usual price within fifteen minutes. */
    protected StartPayment wish(PayableId payable) {
        return wish(payable, PRICE);
    }

    protected StartPayment wish(PayableId payable, Vnd amount) {
        return new StartPayment(
                payable,
                amount,
                "VE" + payable.value(),
                clock.instant().plus(Duration.ofMinutes(15)),
                "visitor-" + payable.value(),
                "address-" + payable.value());
    }

    /** Starts a payment and returns the attempt as screens see it. */
    protected AttemptView started(PayableId payable) {
        return view(attempts.start(wish(payable)).token());
    }

    protected AttemptView view(String token) {
        return queries.byToken(token).orElseThrow();
    }

    protected AttemptState stateOf(AttemptView attempt) {
        return view(attempt.token()).state();
    }

    /** One run of the job that asks the gateway. */
    protected void reconcile() {
        run(ReconcilePaymentsJob.class);
    }

    /** One run of the job that settles what is left over. */
    protected void settleLeftOvers() {
        run(SettleTransactionsJob.class);
    }

    protected String webhookAddress() {
        return "http://localhost:" + port + "/api/v1/payments/webhook";
    }

    protected HttpResponse<String> post(byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(webhookAddress()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    protected static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }

    /** Does the same many times at once. */
    protected static <T> List<T> atOnce(int times, Callable<T> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = IntStream.range(0, times).mapToObj(number -> threads.submit(deed)).toList();
            threads.close();
            return begun.stream().map(Future::resultNow).toList();
        }
    }

    /** Waits for something that another process does, ten seconds at most. */
    protected static void eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It has not happened within ten seconds");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
