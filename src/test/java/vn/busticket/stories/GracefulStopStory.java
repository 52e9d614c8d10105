package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.notifications.ScriptedSmtpServer;
import vn.busticket.notifications.ScriptedSmtpServer.Mail;
import vn.busticket.testing.WaitingBookings;

/**
 * A process is told to end (SIGTERM) while the mail server has messages of it and says nothing yet:
 * it waits for the answers, takes nothing more, and leaves the rest free for the next process.
 */
@Tag("P6.3")
@Tag("P10.3")
class GracefulStopStory {

    private static final int MESSAGES = 40;
    private static final int IN_HAND = 8;
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatIsInHandIsFinishedAndTheNextProcessSendsTheRestOnce() throws Exception {
        var letGo = new CountDownLatch(1);
        try (var surroundings = new Surroundings();
                var server =
                        new ScriptedSmtpServer(
                                0, (step, line) -> step.equals("END") ? after(letGo) : "")) {
            var changes = Map.of("SMTP_PORT", Integer.toString(server.port()));
            var database = surroundings.database();
            try (var ending = Node.start(surroundings, changes)) {
                new WaitingBookings(database)
                        .unpaid(MESSAGES, Clock.systemUTC().instant().minus(Duration.ofHours(1)));
                await().atMost(PATIENCE).until(() -> server.mails().size() == IN_HAND);
                ending.signal("TERM");
                await().atMost(PATIENCE).until(() -> !ending.isReady());
                assertThat(count(database, "state = 'SENT'")).isZero();
                letGo.countDown();
                assertThat(ending.awaitEnd(PATIENCE)).isEqualTo(ENDED_BY_SIGTERM);
                assertThat(ending.log()).doesNotContain("delivery not recorded");
            }
            assertThat(server.mails()).hasSizeBetween(IN_HAND, 2 * IN_HAND);
            assertThat(count(database, "state = 'SENT'")).isEqualTo(server.mails().size());
            assertThat(count(database, "state = 'QUEUED' and attempts > 0"))
                    .as("leases left open")
                    .isZero();
            try (var next = Node.start(surroundings, changes)) {
                await().atMost(PATIENCE).until(() -> count(database, "state = 'SENT'") == MESSAGES);
                assertThat(next.isReady()).isTrue();
            }
            assertThat(
                            server.mails().stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    Mail::messageId, Collectors.counting())))
                    .hasSize(MESSAGES)
                    .allSatisfy((message, times) -> assertThat(times).isEqualTo(1));
        }
    }

    private static String after(CountDownLatch latch) {
        try {
            latch.await();
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static int count(JdbcClient database, String condition) {
        return database.sql("select count(*) from notification where " + condition)
                .query(Integer.class)
                .single();
    }
}
