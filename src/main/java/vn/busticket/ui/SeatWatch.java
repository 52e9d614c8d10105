package vn.busticket.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.seats.OccupiedSeat;
import vn.busticket.seats.SeatQueries;
import vn.busticket.trips.TripId;

/**
 * Tells open seat maps that seats changed. All viewers of a trip share one reading, and what
 * changes within a moment is told once.
 */
@Component
public class SeatWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SeatWatch.class);

    /** Told when nothing more has changed for that long … */
    private static final Duration QUIET = Duration.ofMillis(40);

    /** … or at the latest that long after the first change. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final SeatQueries seats;
    private final Map<TripId, Viewers> watched = new ConcurrentHashMap<>();

    SeatWatch(SeatQueries seats, ClusterNotices notices) {
        this.seats = seats;
        notices.subscribe("trip", this::changed);
    }

    /**
     * Calls the viewer with all occupied seats of the trip after each change, on a thread of its
     * own.
     *
     * @return ends it
     */
    public ClusterNotices.Registration watch(TripId tripId, Consumer<List<OccupiedSeat>> viewer) {
        watched.compute(
                tripId,
                (_, known) -> {
                    var viewers = known == null ? new Viewers(tripId) : known;
                    viewers.all.add(viewer);
                    return viewers;
                });
        return () ->
                watched.computeIfPresent(
                        tripId,
                        (_, viewers) -> {
                            viewers.all.remove(viewer);
                            return viewers.all.isEmpty() ? null : viewers;
                        });
    }

    private void changed(String key) {
        if (key.equals(ClusterNotices.ALL)) {
            watched.values().forEach(Viewers::wake);
            return;
        }
        var viewers = watched.get(new TripId(Long.parseLong(key)));
        if (viewers != null) {
            viewers.wake();
        }
    }

    private final class Viewers {

        private final TripId tripId;
        private final List<Consumer<List<OccupiedSeat>>> all = new CopyOnWriteArrayList<>();
        private boolean telling;
        private long lastChange;

        Viewers(TripId tripId) {
            this.tripId = tripId;
        }

        synchronized void wake() {
            lastChange = System.nanoTime();
            if (!telling) {
                telling = true;
                Thread.startVirtualThread(this::tell);
            }
        }

        private void tell() {
            try {
                do {
                    waitForQuiet();
                    var begun = System.nanoTime();
                    var occupied = seats.occupied(tripId);
                    all.forEach(viewer -> tell(viewer, occupied));
                    if (hasRested(begun)) {
                        return;
                    }
                } while (true);
            } catch (DataAccessException unreadable) {
                LOG.warn("Seat maps not refreshed trip={}", tripId.value(), unreadable);
                rest();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                rest();
            }
        }

        /** A viewer that is just going away keeps nobody else from being told, now or later. */
        private void tell(Consumer<List<OccupiedSeat>> viewer, List<OccupiedSeat> occupied) {
            try {
                viewer.accept(occupied);
            } catch (RuntimeException gone) {
                LOG.warn("Viewer not told trip={}", tripId.value(), gone);
            }
        }

        private void waitForQuiet() throws InterruptedException {
            var first = System.nanoTime();
            do {
                Thread.sleep(QUIET);
            } while (isUnquiet() && System.nanoTime() - first < PATIENCE.toNanos());
        }

        private synchronized boolean isUnquiet() {
            return System.nanoTime() - lastChange < QUIET.toNanos();
        }

        /** Ends the telling unless something changed after the reading had begun. */
        private synchronized boolean hasRested(long begun) {
            telling = lastChange - begun > 0;
            return !telling;
        }

        private synchronized void rest() {
            telling = false;
        }
    }
}
