package vn.busticket.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.testing.ApplicationTest;

@Tag("P10.4")
class ClusterNoticesTest extends ApplicationTest {

    @Autowired private ClusterNotices notices;
    @Autowired private SharedLimits limits;
    @Autowired private TransactionTemplate transaction;

    /** A process that has just started hears nothing yet, and then that it may have missed some. */
    @BeforeEach
    void awaitThatOthersAreHeard() {
        var heard = new AtomicBoolean();
        var registration = notices.subscribe("begun", key -> heard.set(key.equals("x")));
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    tellFromAnotherNode("begun:x");
                    return heard.get();
                });
        registration.remove();
    }

    @Test
    void aNoticeOfAnotherNodeArrivesWithinASecond() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var registration = notices.subscribe("trip", heard::add);
        tellFromAnotherNode("trip:42");
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isEqualTo("42");
        registration.remove();
    }

    @Test
    void aNoticeIsToldAfterTheCommitAndNotAfterARollback() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var registration = notices.subscribe("rolled-back", heard::add);
        transaction.executeWithoutResult(status -> {
            notices.publish("rolled-back", "1");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> notices.publish("rolled-back", "2"));
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isEqualTo("2");
        registration.remove();
    }

    @Test
    void aLimitRefusesOneTooManyAndRecovers() {
        for (var count = 0; count < 3; count++) {
            assertThat(limits.tryAcquire("test", "somebody", 3, Duration.ofHours(1))).isTrue();
        }
        assertThat(limits.tryAcquire("test", "somebody", 3, Duration.ofHours(1))).isFalse();
        assertThat(limits.tryAcquire("test", "somebody else", 3, Duration.ofHours(1))).isTrue();
    }

    private void tellFromAnotherNode(String notice) {
        database.sql("select pg_notify('busticket', 'another-node:' || :notice)")
                .param("notice", notice)
                .query((row, number) -> true)
                .list();
    }
}
