package vn.busticket.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Many gauges cost one query, and a database that is away does not silence the metrics. */
@Tag("P10.1")
class SharedReadingTest {

    private static final int UNKNOWN = -1;

    private final AtomicInteger queries = new AtomicInteger();

    @Test
    void readsOnceForAllWhoAsk() {
        var reading =
                new SharedReading<>("test", Duration.ofHours(1), queries::incrementAndGet, UNKNOWN);
        for (var gauge = 0; gauge < 50; gauge++) {
            assertThat(reading.get()).isEqualTo(1);
        }
    }

    @Test
    void readsAgainWhatHasGrownOld() {
        var reading = new SharedReading<>("test", Duration.ZERO, queries::incrementAndGet, UNKNOWN);
        assertThat(reading.get()).isEqualTo(1);
        assertThat(reading.get()).isEqualTo(2);
    }

    @Test
    void aFailureMakesFiguresUnknownAndIsNotRepeatedForEachGauge() {
        var reading =
                new SharedReading<Integer>(
                        "test",
                        Duration.ofHours(1),
                        () -> {
                            queries.incrementAndGet();
                            throw new DataAccessResourceFailureException("away");
                        },
                        UNKNOWN);
        assertThat(reading.get()).isEqualTo(UNKNOWN);
        assertThat(reading.get()).isEqualTo(UNKNOWN);
        assertThat(queries).hasValue(1);
    }

    @Test
    void nobodyWaitsForADatabaseThatHangs() {
        var end = new CountDownLatch(1);
        var reading =
                new SharedReading<>(
                        "test",
                        Duration.ofHours(1),
                        () -> {
                            try {
                                end.await();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            return queries.incrementAndGet();
                        },
                        UNKNOWN);
        assertThat(reading.get()).isEqualTo(UNKNOWN);
        assertThat(reading.get()).isEqualTo(UNKNOWN);
        end.countDown();
    }
}
