package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.payments.WebhookTest.assertAnswer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.busticket.sandbox.SandboxSettings;

/** Whom the webhook refuses and how, and that nothing of it is stored. */
@Tag("P3.4")
@ExtendWith(OutputCaptureExtension.class)
class WebhookRefusalTest extends PaymentsTest {

    private static final String KEY = SandboxSettings.defaults().checksumKey();
    private static final int LARGEST = 64 * 1024;

    private WebhookCalls caller;
    private AttemptView attempt;
    private long transactionsBefore;

    @BeforeEach
    void startAPayment() {
        SANDBOX.loseWebhooks(true);
        caller = new WebhookCalls(port);
        attempt = started(somethingToPay());
        transactionsBefore = transactions();
    }

    @AfterEach
    void hangUp() {
        caller.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void otherMethodsAreNotAllowed(String method) {
        var answer = caller.call(method);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "json",
                "text/json; charset=\"",
                "application/xml"
            })
    void otherContentIsNotTaken(String contentType) {
        assertAnswer(caller.postAs(contentType, genuine("A")), 415, "not-json");
        assertNothingStored();
    }

    @Test
    void aLongBodyIsNotReadToItsEnd() {
        var tooLong = padded(genuine("A"), LARGEST + 1);
        assertAnswer(caller.post(tooLong), 413, "too-large");
        assertAnswer(caller.postInChunks(tooLong), 413, "too-large");
        assertNothingStored();
        assertAnswer(caller.postInChunks(padded(genuine("B"), LARGEST)), 200, "processed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "17",
                "\"text\"",
                "[]",
                "[{}]",
                "{}",
                "{",
                "{]",
                "}",
                "{\"data\":null,\"signature\":\"x\"}",
                "{\"data\":[],\"signature\":\"x\"}",
                "{\"data\":\"x\",\"signature\":\"x\"}",
                "{\"signature\":\"x\"}",
                "{\"data\":{},\"data\":{},\"signature\":\"x\"}",
                "{\"data\":{\"a\":1,\"a\":2},\"signature\":\"x\"}",
                "{\"data\":{},\"signature\":\"x\"} {}",
                "{\"data\":{},\"signature\":\"x\"} x",
                "{'data':{}}",
                "{\"data\":{\"amount\":NaN}}",
                "{\"data\":{\"amount\":01}}",
                "{\"data\":{\"amount\":0x10}}",
                "{\"data\":{},}",
                "{\"data\":{}//\n}",
                "{\"data\":{\"a\":\"\u0001\"}}"
            })
    void whatIsNoWebhookIsRefused(String body) {
        assertAnswer(caller.post(body), 400, "not-a-webhook");
        assertAnswer(caller.post(body), 400, "not-a-webhook");
        assertNothingStored();
    }

    @Test
    void deepNestsLongNumbersAndBrokenTextAreRefused() {
        var deep = "{\"data\":{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}}";
        assertAnswer(caller.post(deep), 400, "not-a-webhook");
        var longNumber = "{\"data\":{\"amount\":" + "9".repeat(60_000) + "}}";
        assertAnswer(caller.post(longNumber), 400, "not-a-webhook");
        var notUtf8 = "{\"data\":{\"a\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);
        assertAnswer(caller.post(notUtf8), 400, "not-a-webhook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderCode\":%d,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":1.5,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":0,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":-1,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":1e30,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":1e999999999,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":\"many\",\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":true,\"reference\":\"X\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":5,\"reference\":\"\",\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":5,\"reference\":null,\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":5,\"code\":\"00\"}",
                "{\"orderCode\":%d,\"amount\":5,\"reference\":\"X\"}",
                "{\"orderCode\":%d,\"amount\":5,\"reference\":\"X\",\"code\":\"00\",\"currency\":\"DOLLARS AND CENTS\"}",
                "{\"amount\":5,\"reference\":\"X\",\"code\":\"00\",\"x\":%d}"
            })
    void aSignedBodyThatIsNoTransferIsRefused(String form) {
        var data = form.formatted(attempt.orderCode());
        assertAnswer(caller.post(signedByHand(data, KEY)), 400, "not-a-webhook");
        assertNothingStored();
    }

    @Test
    void forgeriesAreRefusedWhateverIsForged() {
        var data = "{\"amount\":%s,\"code\":\"00\",\"orderCode\":%s,\"reference\":\"%s\"}";
        var good = data.formatted("350000", attempt.orderCode(), "F1");
        var signature =
                signature(
                        "amount=350000&code=00&orderCode=" + attempt.orderCode() + "&reference=F1",
                        KEY);
        var forgeries =
                List.of(
                        envelope(data.formatted("350001", attempt.orderCode(), "F1"), signature),
                        envelope(data.formatted("350000.0", attempt.orderCode(), "F1"), signature),
                        envelope(data.formatted("3.5e5", attempt.orderCode(), "F1"), signature),
                        envelope(data.formatted("\"350000\" ", 1, "F1"), signature),
                        envelope(
                                data.formatted("350000", attempt.orderCode() + 1, "F1"), signature),
                        envelope(data.formatted("350000", attempt.orderCode(), "F2"), signature),
                        envelope(good.replace("}", ",\"extra\":\"1\"}"), signature),
                        envelope(good.replace("\"code\":\"00\",", ""), signature),
                        envelope(good, signature.toUpperCase(Locale.ROOT)),
                        envelope(good, signature.substring(1)),
                        envelope(good, signature + "0"),
                        envelope(good, " " + signature),
                        envelope(good, ""),
                        envelope(good, signature("amount=350000&code=00", KEY)),
                        envelope(good, signature("", KEY)),
                        new String(signedByHand(good, "another-key"), StandardCharsets.UTF_8),
                        "{\"data\":" + good + ",\"signature\":null}",
                        "{\"data\":" + good + ",\"signature\":17}",
                        "{\"data\":" + good + ",\"signature\":[\"" + signature + "\"]}",
                        "{\"data\":" + good + "}");
        for (var forgery : forgeries) {
            assertAnswer(caller.post(forgery), 401, "bad-signature");
            assertAnswer(caller.post(forgery), 401, "bad-signature");
        }
        assertNothingStored();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
        assertAnswer(caller.post(envelope(good, signature)), 200, "processed");
    }

    @Test
    void theSignatureCoversTheDataAsItWasWritten() {
        var form =
                """
                {"reference":"%s","orderCode":%d,"amount":%s,"code":"00","new":null,"yes":true,
                 "list":[{"b":1.50,"a":"Đà Lạt \\"x\\""},{"a":null}],"empty":[]}\
                """;
        var text =
                "amount=%s&code=00&empty=[]&list=[{\"a\":\"Đà Lạt \\\"x\\\"\",\"b\":1.50},{\"a\":null}]&new=&orderCode=%d&reference=%s&yes=true";
        for (var amount : List.of("350000", "350000.0", "3.5e5", "3.5E+5", "3500e2")) {
            var reference = "RAW-" + amount;
            var data = form.formatted(reference, attempt.orderCode(), amount);
            var signature = signature(text.formatted(amount, attempt.orderCode(), reference), KEY);
            assertAnswer(caller.post(envelope(data, signature)), 200, "processed");
            assertAnswer(caller.post(envelope(data, signature)), 200, "duplicate");
        }
        assertThat(view(attempt.token()).received().dong()).isEqualTo(5 * 350_000);
    }

    @Test
    void theKeyBeforeIsAcceptedWhileKeysAreChanged() {
        var data = "{\"amount\":350000,\"code\":\"00\",\"orderCode\":%d,\"reference\":\"OLD-KEY\"}";
        var body = signedByHand(data.formatted(attempt.orderCode()), PREVIOUS_KEY);
        assertAnswer(caller.post(body), 200, "processed");
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    @Test
    @Tag("P3.10")
    void onlyUnverifiedCallsAreLimitedAndOnlyTheirAddress() {
        for (var call = 0; call < 60; call++) {
            assertAnswer(caller.post("{}"), 400, "not-a-webhook");
        }
        var refused = caller.post("{}");
        assertAnswer(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertAnswer(caller.post(genuine("LIMIT-1")), 200, "processed");
        assertAnswer(caller.post("{}"), 429, "too-many-requests");
        assertAnswer(caller.post(genuine("LIMIT-2")), 200, "processed");
        try (var other = new WebhookCalls(port)) {
            assertAnswer(other.post("{}"), 400, "not-a-webhook");
        }
    }

    @Test
    void damagedBodiesNeverDoAnything() {
        damage(300);
    }

    @Test
    @Tag("full")
    void damagedBodiesNeverDoAnythingTenThousandTimes() {
        damage(10_000);
    }

    @Test
    @Tag("P3.10")
    void logsNeitherBodiesNorSecretsNorAccounts(CapturedOutput output) {
        var log = (Logger) LoggerFactory.getLogger("vn.busticket.payments");
        var level = log.getLevel();
        log.setLevel(Level.ALL);
        try {
            claimant.failing = true;
            caller.post(genuine("SECRET-REF"));
            caller.post(
                    "{\"data\":{\"accountNumber\":\"SECRET-REF\"},\"signature\":\"SECRET-REF\"}");
            caller.post("SECRET-REF");
        } finally {
            log.setLevel(level);
        }
        assertThat(output.getAll())
                .doesNotContain("SECRET-REF")
                .doesNotContain(KEY)
                .doesNotContain("0123456789012")
                .doesNotContain("api-key");
    }

    private void damage(int times) {
        var random = new Random(20_261_123);
        var whole = genuine("NEVER");
        WebhookCalls damaging = new WebhookCalls(port);
        for (var time = 0; time < times; time++) {
            if (time % 50 == 49) {
                damaging.close();
                damaging = new WebhookCalls(port);
            }
            var status = damaging.post(damaged(whole, random)).statusCode();
            assertThat(status).isIn(400, 401);
        }
        damaging.close();
        assertNothingStored();
    }

    /** Damages the signed part or the whole form, never only the unsigned words around them. */
    private static byte[] damaged(byte[] body, Random random) {
        var data = new String(body, StandardCharsets.UTF_8).indexOf("\"data\"") + 8;
        var at = data + random.nextInt(body.length - data - 100);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> inserted(body, at, (byte) random.nextInt());
            case 2 -> removed(body, at, 1 + random.nextInt(5));
            default -> replaced(body, at, random);
        };
    }

    private static byte[] inserted(byte[] body, int at, byte value) {
        var longer = Arrays.copyOf(body, body.length + 1);
        System.arraycopy(body, at, longer, at + 1, body.length - at);
        longer[at] = Character.isWhitespace(value) ? (byte) 'x' : value;
        return longer;
    }

    private static byte[] removed(byte[] body, int at, int count) {
        var shorter = Arrays.copyOf(body, body.length - count);
        System.arraycopy(body, at + count, shorter, at, body.length - at - count);
        return shorter;
    }

    private static byte[] replaced(byte[] body, int at, Random random) {
        var other = body.clone();
        other[at] = (byte) (other[at] ^ (1 + random.nextInt(255)));
        return other;
    }

    private byte[] genuine(String reference) {
        var data =
                "{\"accountNumber\":\"0123456789012\",\"amount\":350000,\"code\":\"00\",\"description\":\"%s\",\"orderCode\":%d,\"reference\":\"%s\"}";
        return signedByHand(data.formatted("V".repeat(300), attempt.orderCode(), reference), KEY);
    }

    private static byte[] padded(byte[] body, int length) {
        var padded = Arrays.copyOf(body, length);
        Arrays.fill(padded, body.length, length, (byte) ' ');
        return padded;
    }

    private void assertNothingStored() {
        assertThat(transactions()).isEqualTo(transactionsBefore);
    }

    private long transactions() {
        return database.sql("select count(*) from bank_transaction").query(Long.class).single();
    }

    /** Signs flat data whose fields are sorted already, from its text. */
    private static byte[] signedByHand(String data, String key) {
        var text =
                data.substring(1, data.length() - 1)
                        .replace("\":\"", "=")
                        .replace("\":null", "=")
                        .replace("\":", "=")
                        .replace(",\"", "&")
                        .replace("\"", "");
        var sorted = text.split("&");
        Arrays.sort(sorted);
        return envelope(data, signature(String.join("&", sorted), key))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String envelope(String data, String signature) {
        return "{\"code\":\"00\",\"desc\":\"success\",\"success\":true,\"data\":"
                + data
                + ",\"signature\":\""
                + signature
                + "\"}";
    }

    private static String signature(String text, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
