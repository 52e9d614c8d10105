package vn.busticket.backoffice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/**
 * Tells open reports that figures changed: soon after the first change, and not again before a
 * while, however much is sold.
 */
@Component
class ReportWatch {

    /** Long enough for the sales of a moment to be told together. */
    static final Duration SOON = Duration.ofMillis(700);

    /** How often a screen is drawn anew at most. */
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final List<Runnable> viewers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean changed = new AtomicBoolean();

    ReportWatch(ClusterNotices notices) {
        notices.subscribe("booking", code -> wake());
        notices.subscribe("refund", token -> wake());
    }

    /**
     * Calls the viewer after changes, on a thread of its own.
     *
     * @return ends it
     */
    ClusterNotices.Registration watch(Runnable viewer) {
        viewers.add(viewer);
        return () -> viewers.remove(viewer);
    }

    private void wake() {
        changed.set(true);
        if (!viewers.isEmpty() && telling.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::tell);
        }
    }

    private void tell() {
        try {
            Thread.sleep(SOON);
            while (changed.getAndSet(false)) {
                viewers.forEach(Runnable::run);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            telling.set(false);
        }
        if (changed.get()) {
            wake();
        }
    }
}
