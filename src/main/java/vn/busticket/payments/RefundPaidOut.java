package vn.busticket.payments;

import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/** A refund is back with the payer. Told inside the transaction that stores the proof. */
public record RefundPaidOut(RefundId refund, @Nullable PayableId payable, Vnd amount) {}
