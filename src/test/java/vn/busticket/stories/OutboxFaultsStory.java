package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.notifications.ScriptedSmtpServer;
import vn.busticket.notifications.ScriptedSmtpServer.Mail;
import vn.busticket.testing.WaitingBookings;

/**
 * Two processes of the packaged application drain one queue, and one of them dies of {@code kill
 * -9} meanwhile: every message is sent once, but for those that it had in hand.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P6.3")
@Tag("P10.4")
class OutboxFaultsStory {

    private static final int MESSAGES = 20_000;
    private static final int IN_HAND_AT_MOST = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Test
    void twoProcessesDrainOneQueueAndOneDies() throws Exception {
        try (var surroundings = new Surroundings();
                var server = new ScriptedSmtpServer(0, (step, line) -> "")) {
            var changes =
                    Map.of(
                            "SMTP_PORT",
                            Integer.toString(server.port()),
                            "EMAIL_PER_SECOND",
                            "5000",
                            "BOOKING_PAYMENT_MINUTES",
                            "0.1");
            var dying = Node.start(surroundings, changes);
            try (var other = Node.start(surroundings, changes)) {
                var database = surroundings.database();
                new WaitingBookings(database)
                        .unpaid(MESSAGES, Clock.systemUTC().instant().minus(Duration.ofHours(1)));
                await().atMost(PATIENCE).until(() -> server.mails().size() > MESSAGES / 4);
                dying.kill();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> count(database, "state = 'SENT'") == MESSAGES);
                assertThat(count(database, "state <> 'SENT'")).isZero();
                assertThat(other.log()).doesNotContain("delivery not recorded");
            }
            var times =
                    server.mails().stream()
                            .collect(Collectors.groupingBy(Mail::messageId, Collectors.counting()));
            assertThat(times).hasSize(MESSAGES);
            var twice = times.values().stream().filter(count -> count > 1).count();
            System.out.printf("%d messages, sent again after the kill: %d%n", MESSAGES, twice);
            assertThat(twice).isLessThanOrEqualTo(IN_HAND_AT_MOST);
            assertThat(times.values()).allMatch(count -> count <= 2);
        }
    }

    private static int count(JdbcClient database, String condition) {
        return database.sql("select count(*) from notification where " + condition)
                .query(Integer.class)
                .single();
    }
}
