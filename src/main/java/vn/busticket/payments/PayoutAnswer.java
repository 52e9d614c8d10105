package vn.busticket.payments;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a gateway answers to a payout, or to the question what became of it. */
public sealed interface PayoutAnswer {

    /**
     * The gateway has it.
     *
     * @param payoutId the gateway's name for it
     * @param reason the gateway's code where it did not succeed
     */
    record Taken(String payoutId, PayoutState state, @Nullable String reason)
            implements PayoutAnswer {}

    /** The gateway has no payout of that reference. */
    record NotKnown() implements PayoutAnswer {}

    /**
     * The gateway has a payout of that reference which is not what was ordered: another amount, or
     * another account.
     *
     * @param told its amount and account there, for staff; the account only with its end
     */
    record Different(String told) implements PayoutAnswer {}

    /** The gateway will not do it, with its code. */
    record Refused(String code) implements PayoutAnswer {}

    /** Nobody knows whether it was taken: no answer, or one that cannot be read or believed. */
    record Unknown(String reason) implements PayoutAnswer {}

    /** Not done; the gateway asks everybody to wait. */
    record Busy(Duration retryAfter) implements PayoutAnswer {}
}
