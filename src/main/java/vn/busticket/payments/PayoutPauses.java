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
}
