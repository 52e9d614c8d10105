package vn.busticket.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.TripId;

/**
 * Counts steps from a search to a paid booking in memory, and stores them some seconds later, all
 * at once. Nothing about a person is kept; what a node that dies had counted since is lost.
 */
@Component
public class FunnelSteps {

    /** Told to all nodes, whose counts are their own. */
    static final String STORE = "funnel";

    private static final Logger log = LoggerFactory.getLogger(FunnelSteps.class);
    private static final int HOLDS = 50_000;
    private static final Duration HOLD_REMEMBERED = Duration.ofHours(1);

    private final FunnelStore store;
    private final Clock clock;
    private final Cache<HoldId, Device> holds =
            Caffeine.newBuilder().maximumSize(HOLDS).expireAfterWrite(HOLD_REMEMBERED).build();
    private Map<Counted, Long> counts = new HashMap<>();

    FunnelSteps(FunnelStore store, ClusterNotices notices, Clock clock) {
        this.store = store;
        this.clock = clock;
        notices.subscribe(STORE, all -> flush());
    }

    /**
     * What was counted.
     *
     * @param step a name of {@link FunnelStep}, or {@link FunnelStore#IN_VAIN}
     * @param trip any of the route for a search; null where none was found
     */
    record Counted(LocalDate day, String step, @Nullable TripId trip, Device device) {}

    /**
     * Somebody searched.
     *
     * @param found any trip that was found, with seats or without; it tells the route
     * @param hasRoom whether any has seats enough
     */
    public void searched(Optional<TripId> found, Device device, boolean hasRoom) {
        count(FunnelStep.SEARCHED.name(), found.orElse(null), device);
        if (!hasRoom) {
            count(FunnelStore.IN_VAIN, found.orElse(null), device);
        }
    }

    /** Somebody looked at the seats of a trip. */
    public void viewed(TripId trip, Device device) {
        count(FunnelStep.TRIP_VIEWED.name(), trip, device);
    }

    /** Somebody took seats; the booking on them is made with the same device. */
    public void held(TripId trip, HoldId hold, Device device) {
        holds.put(hold, device);
        count(FunnelStep.SEATS_HELD.name(), trip, device);
    }

    /** What the seats were taken with. */
    Device deviceOf(HoldId hold) {
        var device = holds.getIfPresent(hold);
        return device == null ? Device.UNKNOWN : device;
    }

    void count(FunnelStep step, TripId trip, Device device) {
        count(step.name(), trip, device);
    }

    private void count(String step, @Nullable TripId trip, Device device) {
        var counted = new Counted(VietnamTime.dayOf(clock.instant()), step, trip, device);
        synchronized (this) {
            counts.merge(counted, 1L, Long::sum);
        }
    }

    /** Stores what was counted, or keeps it for the next time. */
    @PreDestroy
    void flush() {
        var taken = taken();
        try {
            store.add(taken);
        } catch (DataAccessException unreachable) {
            giveBack(taken);
            log.warn("steps not stored reason={}", unreachable.getClass().getSimpleName());
        }
    }

    private synchronized void giveBack(Map<Counted, Long> taken) {
        taken.forEach((counted, count) -> counts.merge(counted, count, Long::sum));
    }

    private synchronized Map<Counted, Long> taken() {
        var taken = counts;
        counts = new HashMap<>();
        return taken;
    }
}
