package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The webhook's address under attack: whatever is thrown at it gets one of the promised answers,
 * memory stays flat, and what PayOS sends meanwhile arrives.
 */
@Tag("P3.4")
class WebhookAttackTest extends PaymentsTest {

    private static final long MOST_GROWTH = 24L << 20;
    private static final int CALLS_OF_AN_ATTACKER = 50;
    private static final Duration PATIENCE_OF_PAYOS = Duration.ofSeconds(10);

    @BeforeEach
    void deliverByHand() {
        SANDBOX.loseWebhooks(true);
    }

    @Test
    void wildBodiesGetOnlyThePromisedAnswers() {
        attack(600);
    }

    @Test
    @Tag("full")
    void tenThousandWildBodiesGetOnlyThePromisedAnswers() {
        attack(10_000);
    }

    @Test
    void slowBodiesAreCutOffAndHurtNobodyElse() throws Exception {
        var dripping = new ArrayList<Future<String>>();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attacker = 0; attacker < 150; attacker++) {
                dripping.add(attackers.submit(this::dripUntilAnswered));
            }
            for (var payment = 0; payment < 20; payment++) {
                assertGenuineArrives();
            }
            for (var answer : dripping) {
                assertThat(answer.get()).matches("HTTP/1.1 (400|429) .*|");
            }
        }
    }

    @Test
    void bigBodiesAreRefusedUnreadAndHurtNobodyElse() throws Exception {
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            var floods = new ArrayList<Future<String>>();
            for (var attacker = 0; attacker < 20; attacker++) {
                floods.add(attackers.submit(this::flood));
            }
            assertGenuineArrives();
            for (var answer : floods) {
                assertThat(answer.get()).matches("HTTP/1.1 (413|429) .*|");
            }
        }
        assertGenuineArrives();
    }

    private void attack(int bodies) {
        var wild = new WildWebhooks(SANDBOX, bodies);
        Map<Integer, Integer> answers = new TreeMap<>();
        var before = transfers();
        var settledMemory = 0L;
        var attacker = new WebhookCalls(port);
        for (var number = 0; number < bodies; number++) {
            if (number % CALLS_OF_AN_ATTACKER == CALLS_OF_AN_ATTACKER - 1) {
                attacker.close();
                attacker = new WebhookCalls(port);
                assertGenuineArrives();
            }
            if (number == bodies / 3) {
                settledMemory = usedMemory();
            }
            var answer = attacker.post(wild.next());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 401, 429);
            assertThat(answer.body()).matches("\\{\"code\":\"[a-z-]+\",\"message\":\"[^\"<>]+\"}");
            answers.merge(answer.statusCode(), 1, Integer::sum);
            before += answer.body().contains("\"processed\"") ? 1 : 0;
        }
        attacker.close();
        var genuine = bodies / CALLS_OF_AN_ATTACKER;
        assertThat(transfers()).isEqualTo(before + genuine);
        assertThat(usedMemory() - settledMemory).isLessThan(MOST_GROWTH);
        assertThat(answers).containsKeys(200, 400, 401);
    }

    private void assertGenuineArrives() {
        pass(Duration.ofSeconds(2));
        var attempt = started(somethingToPay());
        var transfer = SANDBOX.pay(attempt.orderCode());
        var begin = System.nanoTime();
        var answer =
                post(SANDBOX.signedWebhook(SANDBOX.webhookData(attempt.orderCode(), transfer)));
        WebhookTest.assertAnswer(answer, 200, "processed");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE_OF_PAYOS);
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
    }

    /** A byte now and then, never all; the first line of the answer. */
    private String dripUntilAnswered() throws IOException, InterruptedException {
        try (var socket = connected()) {
            socket.getOutputStream().write(head("Content-Length: 60000"));
            var end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            while (socket.getInputStream().available() == 0) {
                assertThat(System.nanoTime()).as("still listened to").isLessThan(end);
                socket.getOutputStream().write(' ');
                Thread.sleep(Duration.ofMillis(250));
            }
            return firstLine(socket);
        } catch (java.net.SocketException cutOff) {
            return "";
        }
    }

    private String flood() throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(head("Transfer-Encoding: chunked"));
            var chunk =
                    ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
            for (var megabytes = 0; megabytes < 16 * 20; megabytes++) {
                socket.getOutputStream().write(chunk);
                if (socket.getInputStream().available() > 0) {
                    return firstLine(socket);
                }
            }
            return firstLine(socket);
        } catch (java.net.SocketException cutOff) {
            return "";
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(40_000);
        return socket;
    }

    private static byte[] head(String length) {
        return """
        POST /api/v1/payments/webhook HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        %s\r
        \r
        """
                .formatted(length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String firstLine(Socket socket) throws IOException {
        var answer = new String(socket.getInputStream().readNBytes(24), StandardCharsets.US_ASCII);
        return answer.lines().findFirst().orElse("");
    }

    private long transfers() {
        return database.sql("select count(*) from bank_transaction").query(Long.class).single();
    }

    private static long usedMemory() {
        var runtime = Runtime.getRuntime();
        for (var time = 0; time < 3; time++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
