package vn.busticket.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.cluster.ClusterNotices;

/**
 * Remembers what was read for a short while. Money that comes, on any node, makes a new generation;
 * a report that was read while it came belongs to the one before and is not given again.
 */
@Component
class ReportCache {

    /** Searches, and trips that are added, tell nobody. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private static final int REPORTS = 500;
    private static final String OF_BOOKINGS = "booking";

    private final Cache<Key, Object> reports =
            Caffeine.newBuilder().maximumSize(REPORTS).expireAfterWrite(AGE).build();
    private final AtomicLong generation = new AtomicLong();

    ReportCache(ClusterNotices notices) {
        notices.subscribe(OF_BOOKINGS, code -> generation.incrementAndGet());
    }

    private record Key(Class<?> kind, ReportFilter filter, ReportScope scope, long generation) {}

    /** What is remembered, or else what is read now. */
    <T> T get(
            Class<T> kind,
            ReportFilter filter,
            ReportScope scope,
            BiFunction<ReportFilter, ReportScope, T> reading) {
        return kind.cast(
                reports.get(key(kind, filter, scope), absent -> reading.apply(filter, scope)));
    }

    /** Somebody wants to read it anew. */
    void forget(Class<?> kind, ReportFilter filter, ReportScope scope) {
        reports.invalidate(key(kind, filter, scope));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Facts.Appended appended) {
        generation.incrementAndGet();
    }

    private Key key(Class<?> kind, ReportFilter filter, ReportScope scope) {
        return new Key(kind, filter, scope, generation.get());
    }
}
