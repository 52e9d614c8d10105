package vn.busticket.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a gateway is asked again what became of a payout. */
final class PayoutPauses {

    private static final List<Duration> ON_THE_WAY =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30));

    /** A receiver's bank can send money back for days; inferred, PayOS documents no time. */
    private static final List<Duration> AFTER_SUCCESS =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3));

    private static final Duration FIRST_AFTER_CLOSING = Duration.ofMinutes(10);
    private static final Duration WATCHED_AFTER_CLOSING = Duration.ofDays(10);
    private static final Duration DAY = Duration.ofDays(1);

    private PayoutPauses() {}

    /** The next time to ask about a payout on its way. */
    static Instant onTheWay(int checks, Instant now) {
        return now.plus(ON_THE_WAY.get(Math.min(checks, ON_THE_WAY.size() - 1)));
    }

    /** The next time to look whether a payout that succeeded came back; nothing after the last. */
    static Optional<Instant> afterSuccess(int checks, Instant now) {
        return checks < AFTER_SUCCESS.size()
                ? Optional.of(now.plus(AFTER_SUCCESS.get(checks)))
                : Optional.empty();
    }

    /**
     * The next time to look whether a payout that people closed was paid all the same: when it is
     * closed twice as long, at most a day later; nothing after ten days.
     */
    static Optional<Instant> afterClosing(Instant closedAt, Instant now) {
        var age = Duration.between(closedAt, now);
        return age.compareTo(WATCHED_AFTER_CLOSING) < 0
                ? Optional.of(now.plus(within(age, FIRST_AFTER_CLOSING, DAY)))
                : Optional.empty();
    }

    private static Duration within(Duration pause, Duration least, Duration most) {
        if (pause.compareTo(least) < 0) {
            return least;
        }
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
