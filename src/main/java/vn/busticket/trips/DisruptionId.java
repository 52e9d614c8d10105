package vn.busticket.trips;

/** Names something that an operator did to a trip. */
public record DisruptionId(long value) {}
