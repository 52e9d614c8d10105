package vn.busticket.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the revenue screen shows; all lists add up to {@code figures}.
 *
 * @param comparedWith empty if nothing is compared
 * @param routes all with any figure, most revenue first; so are operators and busTypes
 * @param asOf when it was counted
 */
public record RevenueReport(
        ReportFilter filter,
        Optional<Period> comparedWith,
        Figures figures,
        Optional<Figures> compared,
        List<PeriodRow> series,
        List<GroupRow> routes,
        List<GroupRow> operators,
        List<GroupRow> busTypes,
        Instant asOf) {}
