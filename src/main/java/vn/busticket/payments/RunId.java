package vn.busticket.payments;

/** Number of a reconciliation. */
public record RunId(long value) {}
