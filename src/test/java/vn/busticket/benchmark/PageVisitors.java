package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.SettableClock;
import vn.busticket.testing.TestTrips;

/** People who look at the seats of coaches, over HTTP, while something else is going on, or not. */
public final class PageVisitors {

    private static final int VISITORS = 2;
    private static final int VISITS = 300;
    private static final int SEATS = 40;

    /** Stands on the page of a trip, as the server sends it. */
    private static final String A_STOP = "Bến 0";

    private final String address;
    private final List<String> pages;

    /**
     * @param address of the application under test
     */
    public PageVisitors(String address, JdbcClient database, SettableClock clock) {
        this.address = address;
        var trips = new TestTrips(database);
        var departure = clock.instant().plus(Duration.ofDays(2));
        this.pages =
                List.of(
                        "trips/" + trips.leavingAt(departure, SEATS).value(),
                        "trips/" + trips.leavingAt(departure, SEATS).value());
        p99();
    }

    /** Milliseconds within which 99 of 100 pages are answered when nothing else goes on. */
    public double p99() {
        var visits = new AtomicInteger();
        return p99(() -> visits.incrementAndGet() > VISITS);
    }

    /** The same while that work is done, which is over when it returns. */
    public double p99While(Runnable work) {
        var over = new CountDownLatch(1);
        var worker =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                work.run();
                            } finally {
                                over.countDown();
                            }
                        });
        var millis = p99(() -> over.getCount() == 0);
        join(worker);
        return millis;
    }

    private double p99(BooleanSupplier isOver) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visitor = 0; visitor < VISITORS; visitor++) {
                visitors.execute(() -> visit(isOver, millis, failed));
            }
        }
        assertThat(failed).isEmpty();
        return Benchmark.percentile(
                millis.stream().mapToDouble(Double::doubleValue).toArray(), 0.99);
    }

    private void visit(BooleanSupplier isOver, Queue<Double> millis, Queue<Throwable> failed) {
        try {
            var screen = new RawBrowser(address, "vi").open("/tickets/key");
            var number = 0;
            do {
                var page = pages.get(number++ % pages.size());
                var begin = System.nanoTime();
                assertThat(screen.navigate(page, "").told()).contains(A_STOP);
                millis.add((System.nanoTime() - begin) / 1e6);
            } while (!isOver.getAsBoolean());
        } catch (UncheckedIOException | AssertionError wrong) {
            failed.add(wrong);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
