package vn.busticket.ui;

import java.time.Instant;

/**
 * A stop of a journey as a passenger reads it.
 *
 * @param at when the coach is there
 * @param name the stop's name
 * @param address where that is; may be empty
 */
public record JourneyStop(Instant at, String name, String address) {}
