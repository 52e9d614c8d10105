package vn.busticket.payments;

/** Identifies one bank transfer that arrived. */
public record BankTransactionId(long value) {}
