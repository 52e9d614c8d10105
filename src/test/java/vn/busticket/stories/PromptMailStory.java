package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;

/** How soon after its cause a mail is with the mail server, with the real scheduler, when idle. */
@RequiresChromium
@Tag("P6.3")
class PromptMailStory {

    private static final int SAMPLES = 6;
    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REGULAR_RUNS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String JOB = "SendNotificationsJob";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // set before each story
    private JdbcClient database;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        surroundings = Shop.shared().surroundings();
        database = surroundings.database();
    }

    /**
     * The regular run is put aside, so that nothing but the wake-up can have sent the mails. The
     * first one, for which a new process loads all that makes documents, is not counted.
     */
    @Test
    void aMailIsThereWithinTwoSecondsOfItsCause() {
        var orders = WaitingOrders.make(surroundings, 40);
        setRegularRun("WAITING", "PAUSED");
        try {
            var first = delayAfterPaying(orders.getFirst());
            var delays =
                    orders.subList(1, SAMPLES + 1).stream().map(this::delayAfterPaying).toList();
            System.out.printf(
                    "From the cause to the mail server: %s, and %s at first%n", delays, first);
            assertThat(delays).allSatisfy(delay -> assertThat(delay).isLessThan(PROMPT));
        } finally {
            setRegularRun("PAUSED", "WAITING");
        }
    }

    /**
     * As after a process that died between its commit and the wake-up, in the worst moment: just
     * after a regular run.
     */
    @Test
    void aWakeUpThatWasLostCostsNoMoreThanTheTimeToTheNextRegularRun() {
        var order = WaitingOrders.make(surroundings, 40).getFirst();
        delayAfterPaying(order);
        var delays = new ArrayList<Duration>();
        for (var sample = 0; sample < 2; sample++) {
            awaitRegularRun();
            delays.add(delayOf(queueInSilence(order, sample)));
        }
        System.out.printf("The same, nobody woken: %s%n", delays);
        assertThat(delays)
                .allSatisfy(delay ->
                        assertThat(delay).isBetween(PROMPT, BETWEEN_REGULAR_RUNS.plus(PROMPT)));
    }

    /**
     * A message in the queue.
     *
     * @param at when it was queued, which is before its cause was committed
     */
    private record Queued(long id, Instant at) {}

    /** How long the later one of confirmation and receipt took. */
    private Duration delayAfterPaying(long order) {
        surroundings.payos().pay(order);
        await().atMost(PATIENCE).until(() -> queuedFor(order).size() == 2);
        return queuedFor(order).stream()
                .map(this::delayOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration delayOf(Queued message) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> hasArrived(message));
        return Duration.between(message.at(), Clock.systemUTC().instant());
    }

    private boolean hasArrived(Queued message) throws MessagingException {
        for (var mail : surroundings.mail().getReceivedMessages()) {
            if (mail.getMessageID().startsWith("<n" + message.id() + ".")) {
                return true;
            }
        }
        return false;
    }

    private List<Queued> queuedFor(long order) {
        return queued(
                database.sql(
                                """
                                select n.id, n.created_at
                                  from notification n
                                  join payment_attempt a on a.payable_id = n.booking_id
                                 where a.order_code = :order
                                """)
                        .param("order", order));
    }

    private Queued queueInSilence(long order, int sample) {
        return queued(
                        database.sql(
                                        """
                                        insert into notification
                                               (kind, channel, booking_id, dedupe_key, state, created_at,
                                                next_attempt_at)
                                        select 'RECEIPT', 'EMAIL', payable_id, 'silent:' || payable_id || :sample,
                                               'QUEUED', clock_timestamp(), clock_timestamp()
                                          from payment_attempt
                                         where order_code = :order
                                        returning id, created_at
                                        """)
                                .param("order", order)
                                .param("sample", Integer.toString(sample)))
                .getFirst();
    }

    private static List<Queued> queued(JdbcClient.StatementSpec query) {
        return query.query((row, number) ->
                        new Queued(row.getLong("id"), SqlTime.instant(row, "created_at")))
                .list();
    }

    private void awaitRegularRun() {
        var before = nextRegularRun();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> nextRegularRun() != before);
    }

    private long nextRegularRun() {
        return database.sql("select next_fire_time from qrtz_triggers where trigger_name = :job")
                .param("job", JOB)
                .query(Long.class)
                .single();
    }

    private void setRegularRun(String from, String to) {
        await().atMost(PATIENCE)
                .until(() ->
                        database.sql(
                                                """
                                                update qrtz_triggers set trigger_state = :to
                                                 where trigger_name = :job and trigger_state = :from
                                                """)
                                        .param("job", JOB)
                                        .param("from", from)
                                        .param("to", to)
                                        .update()
                                == 1);
    }
}
