package vn.busticket.trips;

/** Names a coach. */
public record BusId(long value) {}
