package vn.busticket.payments;

/**
 * A refund was not paid out, or came back; its money is due again. Told inside the transaction that
 * stores it.
 */
public record RefundFailed(RefundId refund) {}
