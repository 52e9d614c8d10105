package vn.busticket.payments;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.busticket.shared.Vnd;

/**
 * Who has to agree to a refund.
 *
 * @param approvalLimitVnd from this amount on two different people
 */
@Validated
@ConfigurationProperties("busticket.refunds")
record RefundProperties(@DefaultValue("2000000") @PositiveOrZero long approvalLimitVnd) {

    private static final int ONE = 1;
    private static final int TWO = 2;

    int approvalsFor(Vnd amount) {
        return amount.dong() >= approvalLimitVnd ? TWO : ONE;
    }
}
