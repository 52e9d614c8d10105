package vn.busticket.payments;

/** Identifies one attempt to pay. */
public record AttemptId(long value) {}
