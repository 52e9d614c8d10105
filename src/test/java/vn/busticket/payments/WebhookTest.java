package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.Payer;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxTransfer;
import vn.busticket.shared.Vnd;

/** What a verified webhook does; each is sent once, again, and fifty times at once. */
@Tag("P3.4")
class WebhookTest extends PaymentsTest {

    @Autowired private TransferDeskQueries transfers;
    @Autowired private MeterRegistry meters;
    private WebhookCalls payos;

    @BeforeEach
    void callByHand() {
        SANDBOX.loseWebhooks(true);
        payos = new WebhookCalls(port);
    }

    @AfterEach
    void hangUp() {
        payos.close();
    }

    @Test
    void storesAndSettlesATransferOnce() {
        var payable = somethingToPay();
        var attempt = started(payable);
        var body = webhookOf(attempt, SANDBOX.pay(attempt.orderCode()));

        assertAnswer(payos.post(body), 200, "processed");
        assertAnswer(payos.post(body), 200, "duplicate");
        assertThat(atOnce(50, () -> payos.post(body).statusCode())).containsOnly(200);

        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(claimant.receivedFor(payable)).hasSize(1);
        assertThat(queries.allocated(payable)).isEqualTo(PRICE);
        assertThat(transactionsOf(attempt)).isEqualTo(1);
    }

    @Test
    void fiftyAtOnceSettleOnce() {
        var payable = somethingToPay();
        var attempt = started(payable);
        var body = webhookOf(attempt, SANDBOX.pay(attempt.orderCode()));

        var answers = atOnce(50, () -> payos.post(body));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers).filteredOn(answer -> answer.body().contains("processed")).hasSize(1);
        assertThat(claimant.receivedFor(payable)).hasSize(1);
        assertThat(queries.allocated(payable)).isEqualTo(PRICE);
    }

    @Test
    void twoTransfersOfOneOrderAreTwo() {
        var payable = somethingToPay();
        var attempt = started(payable);
        for (var transfer : SANDBOX.payTwice(attempt.orderCode())) {
            assertAnswer(payos.post(webhookOf(attempt, transfer)), 200, "processed");
        }
        assertThat(claimant.receivedFor(payable)).hasSize(2);
        assertThat(view(attempt.token()).received()).isEqualTo(PRICE.plus(PRICE));
    }

    @Test
    void manyTransfersOfOneOrderAtOnceAreAllCounted() {
        var attempt = started(somethingToPay());
        var bodies = new ConcurrentLinkedQueue<byte[]>();
        for (var number = 0; number < 20; number++) {
            bodies.add(webhookOf(attempt, SANDBOX.transfer(attempt.orderCode(), 50_000)));
        }
        assertThat(atOnce(20, () -> payos.post(bodies.remove()).statusCode())).containsOnly(200);
        assertThat(view(attempt.token()).received()).isEqualTo(new Vnd(1_000_000));
        assertThat(claimant.receivedFor(attempt.payable())).hasSize(20);
    }

    @Test
    void aShortTransferLeavesTheAttemptUnderpaidUntilTheRestComes() {
        var attempt = started(somethingToPay());
        payos.post(webhookOf(attempt, SANDBOX.payShort(attempt.orderCode(), 50_000)));
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.UNDERPAID);
        payos.post(webhookOf(attempt, SANDBOX.transfer(attempt.orderCode(), 50_000)));
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void moneyThatComesAfterTheEndIsCountedAllTheSame() {
        var attempt = started(somethingToPay());
        assertThat(attempts.cancel(attempt.token())).isEqualTo(CheckResult.CLOSED);
        payos.post(webhookOf(attempt, SANDBOX.pay(attempt.orderCode())));
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(claimant.receivedFor(attempt.payable())).hasSize(1);
    }

    @Test
    void maySettleBeforeTheLinkIsStored() throws Exception {
        var payable = somethingToPay();
        SANDBOX.faults().set(Endpoint.CREATE, Fault.slow(Duration.ofSeconds(3)), 1);
        var starting = CompletableFuture.supplyAsync(() -> attempts.start(wish(payable)));
        eventually(() -> !SANDBOX.links().isEmpty());
        var early = queries.ofPayable(payable).getFirst();
        assertThat(early.qrText()).isNull();

        assertAnswer(
                payos.post(webhookOf(early, SANDBOX.pay(early.orderCode()))), 200, "processed");

        assertThat(starting.get().state()).isEqualTo(AttemptState.PAID);
        assertThat(view(early.token()).qrText()).isNotNull();
        assertThat(claimant.receivedFor(payable)).hasSize(1);
    }

    @Test
    void ignoresPayosOwnSampleAndNothingElse() {
        var sample = PayosSandbox.sampleWebhookData();
        assertAnswer(payos.post(SANDBOX.signedWebhook(sample)), 200, "sample");
        assertAnswer(payos.post(SANDBOX.signedWebhook(sample)), 200, "sample");
        assertThat(unallocated("TF230204212323")).isEmpty();

        sample.put("reference", "NOT-THE-SAMPLE");
        assertAnswer(payos.post(SANDBOX.signedWebhook(sample)), 200, "processed");
        assertThat(unallocated("NOT-THE-SAMPLE")).hasSize(1);
    }

    @Test
    void keepsMoneyForAnUnknownOrderWhereStaffSeeIt() {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", 77L);
        data.put("reference", "UNKNOWN-ORDER");
        var body = SANDBOX.signedWebhook(data);

        assertAnswer(payos.post(body), 200, "processed");
        assertAnswer(payos.post(body), 200, "duplicate");

        var money = unallocated("UNKNOWN-ORDER");
        assertThat(money).hasSize(1);
        assertThat(money.getFirst().places().unallocated()).isEqualTo(new Vnd(3_000));
        assertThat(money.getFirst().payable()).isNull();
        assertThat(money.getFirst().isSettled()).isTrue();
    }

    @Test
    void answers200WhenOnlyTheDecisionFailsAndADuplicateSettles() {
        var attempt = started(somethingToPay());
        var transfer = SANDBOX.pay(attempt.orderCode());
        var body = webhookOf(attempt, transfer);

        claimant.failing = true;
        assertAnswer(payos.post(body), 200, "processed");
        assertAnswer(payos.post(body), 200, "duplicate");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
        assertThat(unallocated(transfer.reference())).hasSize(1);
        assertThat(unallocated(transfer.reference()).getFirst().payable())
                .isEqualTo(attempt.payable());

        claimant.failing = false;
        assertAnswer(payos.post(body), 200, "duplicate");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(claimant.receivedFor(attempt.payable())).hasSize(1);
        assertThat(unallocated(transfer.reference())).isEmpty();
    }

    @Test
    void theJobSettlesWhatFailedWithLongerPauses() {
        var attempt = started(somethingToPay());
        claimant.failing = true;
        payos.post(webhookOf(attempt, SANDBOX.pay(attempt.orderCode())));
        pass(Duration.ofSeconds(6));
        settleLeftOvers();
        claimant.failing = false;
        settleLeftOvers();
        assertThat(stateOf(attempt)).as("too early").isEqualTo(AttemptState.OPEN);

        pass(Duration.ofSeconds(10));
        settleLeftOvers();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        settleLeftOvers();
        assertThat(claimant.receivedFor(attempt.payable())).hasSize(1);
    }

    @Test
    void answers503WhenItCannotBeStoredAndTakesItLater() {
        var attempt = started(somethingToPay());
        var body = webhookOf(attempt, SANDBOX.pay(attempt.orderCode()));
        database.sql("alter table bank_transaction rename to bank_transaction_away").update();
        try {
            var answer = payos.post(body);
            assertAnswer(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            database.sql("alter table bank_transaction_away rename to bank_transaction").update();
        }
        assertAnswer(payos.post(body), 200, "processed");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    void aFailureEndsAnOpenAttemptAndItsLink() {
        var attempt = started(somethingToPay());
        var body = failureOf(attempt, "20");
        assertAnswer(payos.post(body), 200, "failure-noted");
        assertAnswer(payos.post(body), 200, "failure-noted");
        assertThat(atOnce(50, () -> payos.post(body).statusCode())).containsOnly(200);

        assertThat(view(attempt.token()).state()).isEqualTo(AttemptState.FAILED);
        assertThat(view(attempt.token()).failure()).isEqualTo("20");
        assertThat(claimant.closedFor(attempt.payable())).hasSize(1);
        reconcile();
        assertThat(SANDBOX.link(attempt.orderCode()).status().name()).isEqualTo("CANCELLED");
    }

    @Test
    void aFailureNeverOverwritesASuccess() {
        var attempt = started(somethingToPay());
        payos.post(webhookOf(attempt, SANDBOX.pay(attempt.orderCode())));
        assertAnswer(payos.post(failureOf(attempt, "20")), 200, "failure-noted");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(claimant.closedFor(attempt.payable())).isEmpty();
    }

    @Test
    void aSuccessOverwritesAFailure() {
        var attempt = started(somethingToPay());
        payos.post(failureOf(attempt, "20"));
        payos.post(webhookOf(attempt, SANDBOX.pay(attempt.orderCode())));
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(view(attempt.token()).failure()).isNull();
    }

    @Test
    void processingStaysPending() {
        var attempt = started(somethingToPay());
        assertAnswer(payos.post(failureOf(attempt, "PROCESSING")), 200, "pending");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
    }

    @Test
    @Tag("P3.6")
    void theReceiptNamesTimeReferenceMethodAndBank() {
        var attempt = started(somethingToPay());
        var payer = new Payer("970436", null, "NGUYEN VAN A", "0123456789");
        var transfer = SANDBOX.transfer(attempt.orderCode(), PRICE.dong(), null, payer);
        assertThat(queries.receipt(attempt.payable())).isEmpty();
        payos.post(webhookOf(attempt, transfer));

        var receipt = queries.receipt(attempt.payable()).orElseThrow();
        assertThat(receipt.amount()).isEqualTo(PRICE);
        assertThat(receipt.paidAt()).isEqualTo(clock.instant());
        assertThat(receipt.orderCode()).isEqualTo(attempt.orderCode());
        assertThat(receipt.bankReference()).isEqualTo(transfer.reference());
        assertThat(receipt.payerBank()).isEqualTo("Vietcombank");
        assertThat(receipt.methodKey()).isEqualTo("payments.method.vietqr");
    }

    @Test
    @Tag("P10.1")
    void callsAnswersAndLagAreMeasured() {
        var attempt = started(somethingToPay());
        var processed = counted("processed");
        var transfer = SANDBOX.pay(attempt.orderCode());
        pass(Duration.ofSeconds(2));
        payos.post(webhookOf(attempt, transfer));
        assertThat(counted("processed")).isEqualTo(processed + 1);
        assertThat(meters.get("busticket.webhook.lag").timer().max(TimeUnit.SECONDS)).isPositive();
        assertThat(
                        meters.get("busticket.gateway.calls")
                                .tags("call", "create", "outcome", "Created")
                                .timer()
                                .count())
                .isPositive();
        assertThat(meters.get("busticket.payment.attempts").tag("state", "PAID").counter().count())
                .isPositive();
    }

    private double counted(String code) {
        return meters.counter("busticket.webhook.answers", "status", "200", "code", code).count();
    }

    private byte[] webhookOf(AttemptView attempt, SandboxTransfer transfer) {
        return SANDBOX.signedWebhook(SANDBOX.webhookData(attempt.orderCode(), transfer));
    }

    private byte[] failureOf(AttemptView attempt, String code) {
        var nothing = new SandboxTransfer("-", 1, "", clock.instant(), Payer.UNKNOWN);
        var data = SANDBOX.webhookData(attempt.orderCode(), nothing);
        data.put("code", code);
        data.put("reference", "");
        return SANDBOX.signedWebhook(data);
    }

    private int transactionsOf(AttemptView attempt) {
        return database.sql("select count(*) from bank_transaction where order_code = :code")
                .param("code", attempt.orderCode())
                .query(Integer.class)
                .single();
    }

    /** As staff find it. */
    private List<TransactionRow> unallocated(String reference) {
        return transfers.transfers(
                PaymentSearch.of(reference, Optional.empty()),
                TransactionFilter.UNALLOCATED,
                MoneyOrder.OLDEST,
                0,
                10);
    }

    static void assertAnswer(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    }
}
