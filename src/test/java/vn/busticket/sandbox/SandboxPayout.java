package vn.busticket.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payout at PayOS.
 *
 * @param request what was asked for, field by field; a repeated key must ask for the same
 * @param state as it was set; without one it follows the clock
 * @param errorCode the bank's word where it did not succeed
 */
public record SandboxPayout(
        String id,
        String idempotencyKey,
        String referenceId,
        long amount,
        String description,
        String toBin,
        String toAccountNumber,
        List<String> category,
        Map<String, @Nullable Object> request,
        Instant createdAt,
        @Nullable PayoutState state,
        @Nullable String errorCode) {

    SandboxPayout of(long otherAmount) {
        return new SandboxPayout(
                id,
                idempotencyKey,
                referenceId,
                otherAmount,
                description,
                toBin,
                toAccountNumber,
                category,
                request,
                createdAt,
                state,
                errorCode);
    }

    SandboxPayout become(PayoutState next, @Nullable String code) {
        return new SandboxPayout(
                id,
                idempotencyKey,
                referenceId,
                amount,
                description,
                toBin,
                toAccountNumber,
                category,
                request,
                createdAt,
                next,
                code);
    }
}
