package vn.busticket.trips;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which trips staff want to see.
 *
 * @param day Vietnam's calendar day on which they leave their first stop
 * @param routeCode only of this route; null for all
 * @param operatorCode only of this company; null for all
 * @param state only running ones, or only those that were called off; null for both
 */
public record TripSearch(
        LocalDate day,
        @Nullable String routeCode,
        @Nullable String operatorCode,
        Trip.@Nullable State state) {}
