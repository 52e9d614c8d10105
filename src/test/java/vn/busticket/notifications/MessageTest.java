package vn.busticket.notifications;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.testing.ApplicationTest;

/**
 * A test in which nothing is delivered but by its own run of the job. A node that begins to hear
 * the others looks for messages on a thread of its own; a job that ran meanwhile would leave the
 * work to that thread and return before it is done.
 */
abstract class MessageTest extends ApplicationTest {

    private static final String TOPIC = "message-test";

    @Autowired private ClusterNotices heardNotices;
    @Autowired private NotificationDelivery delivery;

    @BeforeEach
    void letNobodyElseDeliver() {
        awaitThatNoticesAreHeard();
        delivery.stop();
        delivery.start();
    }

    private void awaitThatNoticesAreHeard() {
        var heard = new AtomicBoolean();
        var subscription =
                heardNotices.subscribe(TOPIC, key -> heard.compareAndSet(false, key.equals("x")));
        try {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        database.sql(
                                        "select pg_notify('busticket', 'another:%s:x')"
                                                .formatted(TOPIC))
                                .query((row, number) -> true)
                                .single();
                        return heard.get();
                    });
        } finally {
            subscription.remove();
        }
    }
}
