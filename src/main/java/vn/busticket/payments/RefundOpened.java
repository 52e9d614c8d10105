package vn.busticket.payments;

import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * A refund was opened. Told inside the transaction that opens it; its account may still be unknown.
 */
public record RefundOpened(RefundId refund, @Nullable PayableId payable, Vnd amount) {}
