package vn.busticket.trips;

/**
 * Names one coach company.
 *
 * @param value its number in the database
 */
public record OperatorId(long value) {}
