package vn.busticket.payments;

import org.jspecify.annotations.Nullable;

/**
 * A refund waits for the payer to say which account it goes to. Told inside the transaction that
 * finds out.
 */
public record RefundNeedsAccount(RefundId refund, @Nullable PayableId payable) {}
