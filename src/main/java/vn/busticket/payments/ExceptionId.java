package vn.busticket.payments;

/** Identifies one exception that staff decide about. */
public record ExceptionId(long value) {}
