package vn.busticket.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * When the gateway is asked again: soon while somebody probably stands before the QR code, then
 * ever more rarely; and a few times after the end, for money that comes late without a webhook.
 */
final class CheckPauses {

    private static final List<Duration> WHILE_OPEN =
            seconds(3, 5, 8, 13, 20, 30, 45, 60, 90, 120, 180, 300);
    private static final List<Duration> AFTER_END =
            List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

    /** A bit more than an hour, in which the rest may still come to the same link. */
    private static final int CHECKS_OF_UNDERPAID = 24;

    private static final int OFTEN = 48;

    private CheckPauses() {}

    /**
     * The next time to ask, up to a tenth later than the pause says, so that attempts which were
     * begun together are not asked about together.
     *
     * @param state where the attempt stands now
     * @param checks how often it was asked about in that state
     * @return nothing if it need not be asked about any more
     */
    static Optional<Instant> next(AttemptState state, int checks, Instant now) {
        return switch (state) {
            case REQUESTED, OPEN, UNKNOWN -> Optional.of(after(whileOpen(checks), now));
            case UNDERPAID ->
                    checks < CHECKS_OF_UNDERPAID
                            ? Optional.of(after(whileOpen(checks), now))
                            : Optional.empty();
            case PAID, CANCELLED, EXPIRED, FAILED ->
                    checks < AFTER_END.size()
                            ? Optional.of(after(AFTER_END.get(checks), now))
                            : Optional.empty();
        };
    }

    /** Every five minutes for some hours, then once an hour: nobody is left unasked about. */
    private static Duration whileOpen(int checks) {
        return checks > OFTEN
                ? Duration.ofHours(1)
                : WHILE_OPEN.get(Math.min(checks, WHILE_OPEN.size() - 1));
    }

    private static Instant after(Duration pause, Instant now) {
        return now.plus(pause)
                .plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 10));
    }

    private static List<Duration> seconds(int... pauses) {
        return IntStream.of(pauses).mapToObj(Duration::ofSeconds).toList();
    }
}
