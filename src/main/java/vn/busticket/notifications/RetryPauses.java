package vn.busticket.notifications;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failed attempt: 15 seconds, doubled each time up to half an hour, a
 * fifth more or less so that messages do not come in waves; nothing after 40 attempts, which is
 * most of a day.
 */
final class RetryPauses {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_ATTEMPTS = 40;
    private static final double JITTER = 0.2;

    private RetryPauses() {}

    /** The pause after that attempt; empty if it was the last. */
    static Optional<Duration> after(int attempt) {
        if (attempt >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        var doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 20));
        var pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        var factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Optional.of(Duration.ofMillis((long) (pause.toMillis() * factor)));
    }
}
