package vn.busticket.trips;

import java.time.Instant;

/**
 * A stop of one trip with its time.
 *
 * @param sequence its number on the way, from 0
 * @param time when the coach is there
 */
public record TripStop(int sequence, Stop stop, Instant time) {}
