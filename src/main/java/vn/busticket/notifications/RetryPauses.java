package vn.busticket.notifications;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a message waits after it failed: 15 seconds, doubled each time up to half an hour, a
 * fifth more or less so that messages do not come in waves; nothing after 40 failures, which is
 * most of a day. Whose answer was lost waits twice as long, because it may have been taken. An
 * absent provider is waited for by the channel, so its messages only step aside.
 */
final class RetryPauses {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_FAILURES = 40;
    private static final double JITTER = 0.2;

    private RetryPauses() {}

    /**
     * The pause after a failure; empty if it was the last.
     *
     * @param failures how often the message has failed for a reason of its own, this time included
     */
    static Optional<Duration> after(FailureKind kind, int failures) {
        if (kind.isOfAnotherMaking()) {
            return Optional.of(aboutAsLongAs(FIRST));
        }
        if (failures >= MOST_FAILURES) {
            return Optional.empty();
        }
        var times = kind == FailureKind.ANSWER_LOST ? failures : failures - 1;
        var doubled = FIRST.multipliedBy(1L << Math.min(times, 20));
        return Optional.of(aboutAsLongAs(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled));
    }

    private static Duration aboutAsLongAs(Duration pause) {
        var factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }
}
