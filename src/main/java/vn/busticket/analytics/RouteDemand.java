package vn.busticket.analytics;

import java.util.List;
import java.util.Optional;

/**
 * How much a route is asked for.
 *
 * @param weeks searches of the last eight weeks, the oldest first
 * @param comparedSearches searches in the compared period
 * @param paid paid bookings
 * @param trips trips that departed in the period, soldOut of them without a free seat
 * @param searchesWithoutSeat searches that found no trip with seats enough
 */
public record RouteDemand(
        long id,
        String nameVi,
        String nameEn,
        List<Long> weeks,
        long searches,
        Optional<Long> comparedSearches,
        long paid,
        long trips,
        long soldOut,
        long searchesWithoutSeat) {}
