package vn.busticket.payments;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One difference that a reconciliation found.
 *
 * @param orderCode the order code that it is about, if any
 * @param refund the refund that it is about, if any
 * @param ours what our books say, in a word or a number of dong
 * @param theirs what the other side says
 * @param isHealed true if finding it also put it right
 */
public record ReconciliationDifference(
        long id,
        RunId run,
        DifferenceKind kind,
        Instant foundAt,
        OptionalLong orderCode,
        @Nullable AttemptId attempt,
        @Nullable BankTransactionId transaction,
        @Nullable PayableId payable,
        @Nullable RefundId refund,
        String ours,
        String theirs,
        boolean isHealed) {}
