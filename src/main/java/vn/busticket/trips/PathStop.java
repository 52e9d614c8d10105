package vn.busticket.trips;

import java.time.Duration;

/**
 * A stop of a path, the same for all its trips.
 *
 * @param sequence its number on the way, from 0
 * @param fromStart travel time from the first stop
 */
public record PathStop(int sequence, Stop stop, int distanceKm, Duration fromStart) {}
