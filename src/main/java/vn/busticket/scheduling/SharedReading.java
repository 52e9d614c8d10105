package vn.busticket.scheduling;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures of the database for the metrics: read once for all gauges that show them, and again when
 * they are older than they may be. While the database is away the figures are unknown, and whoever
 * asks is not kept waiting: a node whose metrics do not answer would count as dead.
 */
public final class SharedReading<T> {

    private static final Logger log = LoggerFactory.getLogger(SharedReading.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final String name;
    private final long freshNanos;
    private final Supplier<T> query;
    private final T unknown;
    private T last;
    private long readAtNanos;

    /**
     * @param name for the log
     * @param freshFor how old figures may be that are shown
     * @param query reads them, on a thread of its own
     * @param unknown what is shown while they cannot be read
     */
    public SharedReading(String name, Duration freshFor, Supplier<T> query, T unknown) {
        this.name = name;
        this.freshNanos = freshFor.toNanos();
        this.query = query;
        this.unknown = unknown;
        this.last = unknown;
        this.readAtNanos = System.nanoTime() - freshNanos;
    }

    /** The figures, or what stands for unknown ones; within two seconds. */
    public synchronized T get() {
        if (System.nanoTime() - readAtNanos >= freshNanos) {
            last = read();
            readAtNanos = System.nanoTime();
        }
        return last;
    }

    private T read() {
        var reading = new FutureTask<>(query::get);
        Thread.startVirtualThread(reading);
        try {
            return reading.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            return notRead(String.valueOf(failed.getCause()));
        } catch (TimeoutException tooSlow) {
            return notRead("too slow");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unknown;
        }
    }

    private T notRead(String reason) {
        log.warn("figures not read figures={} reason={}", name, reason);
        return unknown;
    }
}
