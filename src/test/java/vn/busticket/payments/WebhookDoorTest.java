package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.payments.WebhookTest.assertAnswer;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.testing.ApplicationTest;

/** The webhook's address in the whole application, behind the doors that guard everything. */
@Tag("P3.4")
class WebhookDoorTest extends ApplicationTest {

    private static final long NOT_OURS = 987_654_321;
    private static final int LARGEST = 64 * 1024;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static PayosSandbox payos;

    @Autowired private TransferDeskQueries staff;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WebhookCalls caller;

    @BeforeAll
    static void openPayos() {
        payos = PayosSandbox.start(SandboxSettings.defaults());
    }

    @AfterAll
    static void closePayos() {
        payos.close();
    }

    @BeforeEach
    void dial() {
        caller = new WebhookCalls(port);
    }

    @AfterEach
    void hangUp() {
        caller.close();
    }

    @Test
    void whatIsNoWebhookIsRefused() {
        assertRefusal(caller.post("{}"), 400, "not-a-webhook");
        assertRefusal(caller.post("{\"data\":"), 400, "not-a-webhook");
    }

    @Test
    void aForgeryIsRefusedAndNothingOfItIsStored() {
        var before = transfers();
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", NOT_OURS);
        data.put("reference", "FORGED");
        var forged = payos.webhookSignedAs(data, "0".repeat(64));
        assertRefusal(caller.post(forged), 401, "bad-signature");
        assertThat(transfers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void otherMethodsAreToldWhichOneIsAllowed(String method) {
        var answer = caller.call(method);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertIsForMachines(answer);
    }

    @Test
    void otherContentIsNotTaken() {
        var sample = payos.signedWebhook(PayosSandbox.sampleWebhookData());
        assertRefusal(caller.postAs("text/plain", sample), 415, "not-json");
        assertRefusal(caller.postAs("application/x-www-form-urlencoded", sample), 415, "not-json");
    }

    @Test
    void aLongBodyIsTooLarge() {
        var tooLong = new byte[LARGEST + 1];
        Arrays.fill(tooLong, (byte) ' ');
        assertRefusal(caller.post(tooLong), 413, "too-large");
        assertRefusal(caller.postInChunks(tooLong), 413, "too-large");
    }

    @Test
    void theSampleOfPayosIsUnderstoodAndIgnored() {
        var before = transfers();
        var sample = payos.signedWebhook(PayosSandbox.sampleWebhookData());
        assertAnswer(caller.post(sample), 200, "sample");
        assertAnswer(caller.post(sample), 200, "sample");
        assertThat(transfers()).isEqualTo(before);
    }

    @Test
    @Tag("P3.7")
    void signedMoneyForAnUnknownOrderIsKeptOnceAsUnallocated() {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", NOT_OURS);
        data.put("amount", 350_000L);
        data.put("reference", "FT-NOT-OURS");
        var body = payos.signedWebhook(data);
        assertAnswer(caller.post(body), 200, "processed");
        assertAnswer(caller.post(body), 200, "duplicate");
        assertThat(
                        staff.transfers(
                                PaymentSearch.of("FT-NOT-OURS", Optional.empty()),
                                TransactionFilter.UNALLOCATED,
                                MoneyOrder.OLDEST,
                                0,
                                10))
                .singleElement()
                .satisfies(money -> {
                    assertThat(money.places().unallocated().dong()).isEqualTo(350_000);
                    assertThat(money.orderCode()).isEqualTo(NOT_OURS);
                    assertThat(money.payable()).isNull();
                });
    }

    private static void assertRefusal(HttpResponse<String> answer, int status, String code) {
        assertAnswer(answer, status, code);
        assertIsForMachines(answer);
    }

    private static void assertIsForMachines(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("<", "Exception");
    }

    private long transfers() {
        return database.sql("select count(*) from bank_transaction").query(Long.class).single();
    }
}
