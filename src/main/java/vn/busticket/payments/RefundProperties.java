package vn.busticket.payments;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.busticket.shared.Vnd;

/**
 * Who has to agree to a refund, and when staff look after one that does not arrive.
 *
 * @param approvalLimitVnd from this amount on two different people
 * @param overdueAfter so long after it was sent staff may say what became of a payout whose end the
 *     gateway does not tell
 */
@Validated
@ConfigurationProperties("busticket.refunds")
record RefundProperties(
        @DefaultValue("2000000") @PositiveOrZero long approvalLimitVnd,
        @DefaultValue("24h") Duration overdueAfter) {

    private static final int ONE = 1;
    private static final int TWO = 2;

    RefundProperties {
        if (!overdueAfter.isPositive()) {
            throw new IllegalArgumentException("busticket.refunds.overdue-after must be positive");
        }
    }

    /** What was sent before that and has not ended is overdue. */
    Instant overdueSince(Instant now) {
        return now.minus(overdueAfter);
    }

    int approvalsFor(Vnd amount) {
        return amount.dong() >= approvalLimitVnd ? TWO : ONE;
    }
}
