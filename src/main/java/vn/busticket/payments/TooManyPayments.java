package vn.busticket.payments;

import java.time.Duration;
import java.util.OptionalLong;
import vn.busticket.shared.BusinessRuleViolation;

/** Refused: this visitor, booking or address has started too many payments in the last minute. */
public class TooManyPayments extends BusinessRuleViolation {

    private final Duration wait;

    TooManyPayments(Duration wait) {
        super("payments.refused.too-many", seconds(wait));
        this.wait = wait;
    }

    @Override
    public OptionalLong retryAfterSeconds() {
        return OptionalLong.of(seconds(wait));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
