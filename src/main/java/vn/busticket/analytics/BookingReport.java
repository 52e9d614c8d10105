package vn.busticket.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the screen of bookings shows.
 *
 * @param weekdayHours average paid bookings of each hour, {@code [weekday, Monday = 0][hour]}
 * @param demand most searched first
 * @param asOf when it was counted
 */
public record BookingReport(
        ReportFilter filter,
        Optional<Period> comparedWith,
        Figures figures,
        Optional<Figures> compared,
        List<PeriodRow> series,
        List<CancelledShare> byReason,
        List<CancelledShare> byWhom,
        List<FunnelCount> funnel,
        List<LeadTime> leadTimes,
        List<List<Double>> weekdayHours,
        List<RouteDemand> demand,
        Instant asOf) {}
