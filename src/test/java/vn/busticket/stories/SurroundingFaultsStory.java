package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.notifications.ScriptedSmtpServer;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;

/**
 * What a process stands on misbehaves while money comes in: the gateway, the mail server, the
 * database's locks, the callers. Payments buy their seats meanwhile or soon after, and every
 * message leaves once the mail server is well.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P3.5")
@Tag("P6.3")
class SurroundingFaultsStory {

    private static final int ORDERS = 40;
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final Duration ILL = Duration.ofSeconds(10);

    /** A well mail server's answer to each step. */
    private static final Function<String, @Nullable String> WELL = step -> "";

    private static volatile Function<String, @Nullable String> mood = WELL;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static ScriptedSmtpServer mail;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static FaultSite site;

    @BeforeAll
    static void open() throws Exception {
        mail = new ScriptedSmtpServer(0, (step, line) -> mood.apply(step));
        site = FaultSite.open(1, Map.of("SMTP_PORT", Integer.toString(mail.port())));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        mail.close();
    }

    @Test
    void theGatewayIsDownAndItsWebhooksAreLost() throws Exception {
        whileTheGateway(Fault.of(Fault.Kind.UNREACHABLE));
    }

    @Test
    void theGatewayAnswers500AndItsWebhooksAreLost() throws Exception {
        whileTheGateway(Fault.serverError());
    }

    @Test
    void theGatewayAnswers429AndItsWebhooksAreLost() throws Exception {
        whileTheGateway(Fault.tooManyRequests(3));
    }

    @Test
    void theGatewaysAnswersAreLostAndItsWebhooksToo() throws Exception {
        whileTheGateway(Fault.answerLost());
    }

    @Test
    void theMailServerIsDown() throws Exception {
        whileTheMailServerSays(step -> null);
    }

    @Test
    void theMailServerIsSlow() throws Exception {
        whileTheMailServerSays(step -> {
            if (step.equals("END")) {
                rest(Duration.ofSeconds(3));
            }
            return "";
        });
    }

    @Test
    void theMailServerAnswers451() throws Exception {
        whileTheMailServerSays(step -> step.equals("RCPT") ? "451 4.3.2 try again later" : "");
    }

    @Test
    void theMailServerHangsUpAfterData() throws Exception {
        whileTheMailServerSays(step -> step.equals("END") ? null : "");
        var twice =
                mail.mails().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ScriptedSmtpServer.Mail::messageId, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(times -> times > 1)
                        .count();
        assertThat(twice).as("only what may have arrived is sent again").isPositive();
    }

    @Test
    void theMailServerAnswers550() throws Exception {
        mood = step -> step.equals("RCPT") ? "550 5.1.1 no such user" : "";
        payAndLook();
        new Aftermath(site.surroundings()).awaitMessages();
        mood = WELL;
        site.surroundings().database().sql("delete from suppression").update();
    }

    @Test
    void everyConnectionOfThePoolWaitsForALock() throws Exception {
        var orders = site.orders(ORDERS);
        try (var connection =
                DriverManager.getConnection(
                        site.surroundings().environment(0, 0).get("SPRING_DATASOURCE_URL"),
                        "postgres",
                        "postgres")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table payment_attempt in access exclusive mode");
                var paying = site.pay(orders, LOAD);
                rest(Duration.ofSeconds(20));
                connection.rollback();
                paying.get();
            }
        }
        site.assertEveryPaymentBoughtItsSeat();
    }

    @Test
    @Tag("P3.4")
    void malformedHugeAndSlowBodiesComeBetween() throws Exception {
        var paying = site.pay(site.orders(ORDERS), LOAD);
        var slow = new ArrayList<Socket>();
        for (var caller = 0; caller < 100; caller++) {
            slow.add(beginAndSayNoMore());
        }
        for (var call = 0; call < 20; call++) {
            assertThat(site.post(0, "{\"data\":[[[[".getBytes(StandardCharsets.US_ASCII)))
                    .containsAnyOf("not-a-webhook", "too-many-requests");
            assertThat(site.post(0, new byte[1 << 17]))
                    .containsAnyOf("too-large", "too-many-requests");
        }
        paying.get();
        site.assertEveryPaymentBoughtItsSeat();
        for (var caller : slow) {
            caller.close();
        }
    }

    private static void whileTheGateway(Fault fault) throws Exception {
        site.payos().loseWebhooks(true);
        for (var call : List.of(Endpoint.GET, Endpoint.CANCEL, Endpoint.INVOICES)) {
            site.payos().faults().set(call, fault);
        }
        site.pay(site.orders(ORDERS), LOAD).get();
        rest(ILL);
        site.payos().faults().clear();
        site.assertEveryPaymentBoughtItsSeat();
        site.payos().loseWebhooks(false);
    }

    /** Money is not held up by mail that cannot leave; once it can, all of it does. */
    private static void whileTheMailServerSays(Function<String, @Nullable String> words)
            throws Exception {
        mood = words;
        payAndLook();
        rest(ILL);
        mood = WELL;
        new Aftermath(site.surroundings()).awaitMessages();
        var sent =
                site.surroundings()
                        .database()
                        .sql("select count(*) from notification where state = 'SENT'")
                        .query(Integer.class)
                        .single();
        assertThat(mail.mails().stream().map(ScriptedSmtpServer.Mail::messageId).distinct())
                .hasSizeGreaterThanOrEqualTo(sent);
    }

    private static void payAndLook() throws Exception {
        site.pay(site.orders(ORDERS), LOAD).get();
        site.assertEveryPaymentBoughtItsSeat();
    }

    private static Socket beginAndSayNoMore() throws IOException {
        var socket = new Socket("localhost", site.node(0).port());
        socket.getOutputStream()
                .write(
                        "POST /api/v1/payments/webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
