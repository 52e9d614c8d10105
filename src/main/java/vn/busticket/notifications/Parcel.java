package vn.busticket.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message in hand, with what was known of its booking when that was last read.
 *
 * @param background null for a message about an account, or if it could not be read
 * @param readNanos when, on the clock of {@link System#nanoTime()}
 */
record Parcel(Taken taken, @Nullable Background background, long readNanos) {

    /** What is older is read again before anything is sent. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    boolean isFresh() {
        return background != null && System.nanoTime() - readNanos < FRESH_NANOS;
    }
}
