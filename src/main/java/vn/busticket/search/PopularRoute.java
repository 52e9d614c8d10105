package vn.busticket.search;

import java.time.Duration;
import vn.busticket.shared.Vnd;

/**
 * A pair of places that many coaches connect.
 *
 * @param fromPlace code of the place
 * @param toPlace code of the place
 * @param duration of the fastest
 * @param tripsPerDay on an average day of the coming week
 * @param priceFrom the lowest fare
 */
public record PopularRoute(
        String fromPlace, String toPlace, Duration duration, int tripsPerDay, Vnd priceFrom) {}
