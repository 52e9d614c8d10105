package vn.busticket.notifications;

import java.time.Duration;

/**
 * How many messages a lane takes in hand beyond those that have a place: as many as went out in the
 * last quarter of a second, so that a place that falls free finds work at once. With a slow
 * provider that is none, and nobody waits behind somebody else; with one that fails it is none as
 * well.
 */
final class DeliveryPace {

    private static final int MOST_AHEAD = 120;
    private static final long AHEAD_NANOS = Duration.ofMillis(250).toNanos();

    /** What happened in less time than that says little. */
    private static final long SHORTEST_NANOS = Duration.ofMillis(50).toNanos();

    private long sinceNanos = System.nanoTime();
    private long sent;
    private int ahead;

    /** How many messages may wait for a place. */
    synchronized int ahead() {
        return ahead;
    }

    /** Takes note of a message that was tried. */
    synchronized void tried(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            sent++;
        }
    }

    /** The provider gives trouble: nothing is taken ahead until it is seen to be quick again. */
    synchronized void stumble() {
        ahead = 0;
        begin(System.nanoTime());
    }

    /** Reckons anew from what happened since the last time. */
    synchronized void reckon() {
        var now = System.nanoTime();
        var tookNanos = now - sinceNanos;
        if (tookNanos >= SHORTEST_NANOS) {
            ahead = (int) Math.min(MOST_AHEAD, sent * AHEAD_NANOS / tookNanos);
            begin(now);
        }
    }

    private void begin(long now) {
        sinceNanos = now;
        sent = 0;
    }
}
