package vn.busticket.payments;

import org.jspecify.annotations.Nullable;

/** A difference as it is found, before it is stored. */
record Difference(
        DifferenceKind kind,
        String ours,
        String theirs,
        boolean isHealed,
        @Nullable Long orderCode,
        @Nullable Long attempt,
        @Nullable Long transaction,
        @Nullable Long payable,
        @Nullable Long refund) {

    static Difference of(DifferenceKind kind, String ours, String theirs) {
        return new Difference(kind, ours, theirs, false, null, null, null, null, null);
    }

    /** The same, put right by finding it. */
    Difference healed() {
        return new Difference(
                kind, ours, theirs, true, orderCode, attempt, transaction, payable, refund);
    }

    Difference about(Attempt attempt) {
        return new Difference(
                kind,
                ours,
                theirs,
                isHealed,
                attempt.orderCode(),
                attempt.id().value(),
                transaction,
                attempt.payable().value(),
                refund);
    }

    Difference about(BankTransactionId transaction) {
        return new Difference(
                kind,
                ours,
                theirs,
                isHealed,
                orderCode,
                attempt,
                transaction.value(),
                payable,
                refund);
    }

    Difference about(PayableId payable) {
        return new Difference(
                kind,
                ours,
                theirs,
                isHealed,
                orderCode,
                attempt,
                transaction,
                payable.value(),
                refund);
    }

    Difference about(RefundCase refund) {
        var whatFor = refund.payable();
        return new Difference(
                kind,
                ours,
                theirs,
                isHealed,
                orderCode,
                attempt,
                refund.transaction().value(),
                whatFor == null ? payable : Long.valueOf(whatFor.value()),
                refund.id().value());
    }
}
