package vn.busticket.payments;

/** Identifies a refund inside the house; people get its token. */
public record RefundId(long value) {}
