package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * A refund as its passenger sees it.
 *
 * @param token its name in URLs
 * @param payable what was paid for; absent for money that nobody could place
 * @param account where it goes; absent as long as nobody told it
 * @param changedAt when its state changed last
 * @param finishedAt when it was back with the payer; absent before
 * @param isOverdue true if it was sent so long ago that staff have to find out what became of it
 */
public record RefundView(
        RefundId id,
        String token,
        @Nullable PayableId payable,
        Vnd amount,
        RefundReason reason,
        RefundState state,
        @Nullable MaskedAccount account,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant finishedAt,
        boolean isOverdue) {}
