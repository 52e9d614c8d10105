package vn.busticket.tickets;

import java.time.Instant;

/**
 * Where a passenger gets on or off.
 *
 * @param name name of the stop
 * @param address how to find it
 * @param at when the coach leaves (boarding) or arrives (drop-off)
 * @param mapUrl a map that shows it
 */
public record JourneyStop(String name, String address, Instant at, String mapUrl) {}
