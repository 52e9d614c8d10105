package vn.busticket.analytics;

import java.util.Map;

/**
 * What a report is about.
 *
 * @param chosen only sales of this route, operator, bus type (numbers in the database); empty for
 *     all
 * @throws IllegalArgumentException if a number is not one of the database's
 */
public record ReportFilter(
        Period period, Grain grain, Comparison comparison, Map<Dimension, Long> chosen) {

    public ReportFilter {
        chosen = Map.copyOf(chosen);
        chosen.forEach((dimension, id) -> {
            if (id < 1) {
                throw new IllegalArgumentException("No " + dimension + " has the number " + id);
            }
        });
    }
}
