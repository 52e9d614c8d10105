package vn.busticket.analytics;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.analytics.FunnelQueries.Searches;
import vn.busticket.analytics.SalesQueries.Group;
import vn.busticket.analytics.SalesQueries.Named;
import vn.busticket.analytics.SalesQueries.Trips;
import vn.busticket.shared.VietnamTime;

/** Puts together how bookings come about and end; all figures as they are at one moment. */
@Component
class BookingReading {

    private final SalesReading reading;
    private final SalesQueries sales;
    private final PatternQueries patterns;
    private final FunnelQueries funnel;
    private final Clock clock;

    BookingReading(
            SalesReading reading,
            SalesQueries sales,
            PatternQueries patterns,
            FunnelQueries funnel,
            Clock clock) {
        this.reading = reading;
        this.sales = sales;
        this.patterns = patterns;
        this.funnel = funnel;
        this.clock = clock;
    }

    /** Reads and puts together. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    BookingReport read(ReportFilter filter, ReportScope scope) {
        var now = clock.instant();
        var today = VietnamTime.dayOf(now);
        var selection = new Selection(filter, scope);
        var period = filter.period();
        var compared = ComparedPeriod.of(period, filter.comparison());
        var series = reading.series(filter, selection, compared, today);
        return new BookingReport(
                filter,
                compared.map(ComparedPeriod::with),
                series.figures(),
                series.compared(),
                series.steps(),
                patterns.cancelledByReason(selection, period),
                patterns.cancelledByWhom(selection, period),
                steps(selection, period, compared),
                patterns.leadTimes(selection, period),
                patterns.weekdayHours(selection, begun(period, today)),
                demand(selection, period, compared, today),
                now);
    }

    /** Days to come would make the averages smaller. */
    private static Period begun(Period period, LocalDate today) {
        return period.contains(today) ? new Period(period.from(), today) : period;
    }

    private List<FunnelCount> steps(
            Selection selection, Period period, Optional<ComparedPeriod> compared) {
        var counts = funnel.steps(selection, period);
        var others = compared.map(other -> funnel.steps(selection, other.with()));
        return List.of(FunnelStep.values()).stream()
                .map(step ->
                        new FunnelCount(
                                step,
                                total(counts, step),
                                counts.getOrDefault(step, Map.of()),
                                others.map(other -> total(other, step))))
                .toList();
    }

    private static long total(Map<FunnelStep, Map<Device, Long>> counts, FunnelStep step) {
        return counts.getOrDefault(step, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<RouteDemand> demand(
            Selection selection,
            Period period,
            Optional<ComparedPeriod> compared,
            LocalDate today) {
        var groups = sales.groups(selection, period);
        var trips = departed(selection, period, today);
        var searches = funnel.searches(selection, period);
        var weeks = funnel.weeks(selection, period.to().isAfter(today) ? today : period.to());
        var others = compared.map(other -> funnel.searches(selection, other.with()));
        var routes = new HashMap<Long, List<Group>>();
        groups.forEach(group ->
                routes.computeIfAbsent(group.route().id(), id -> new ArrayList<>()).add(group));
        return routes.entrySet().stream()
                .map(entry -> {
                    var id = entry.getKey();
                    return demand(
                            entry.getValue(),
                            trips.getOrDefault(id, Trips.NONE),
                            searches.getOrDefault(id, Searches.NONE),
                            others.map(other -> other.getOrDefault(id, Searches.NONE).all()),
                            weeks.getOrDefault(id, FunnelQueries.noWeeks()));
                })
                .sorted(
                        comparing(RouteDemand::searches)
                                .reversed()
                                .thenComparing(RouteDemand::paid, (a, b) -> Long.compare(b, a))
                                .thenComparing(RouteDemand::id))
                .toList();
    }

    /** Trips that leave later have not shown yet whether they sell out. */
    private Map<Long, Trips> departed(Selection selection, Period period, LocalDate today) {
        return period.from().isAfter(today)
                ? Map.of()
                : sales.trips(selection, begun(period, today));
    }

    private static RouteDemand demand(
            List<Group> groups,
            Trips departed,
            Searches searches,
            Optional<Long> compared,
            List<Long> weeks) {
        Named route = groups.getFirst().route();
        return new RouteDemand(
                route.id(),
                route.nameVi(),
                route.nameEn(),
                List.copyOf(weeks),
                searches.all(),
                compared,
                groups.stream().mapToLong(group -> group.figures().bookings()).sum(),
                departed.all(),
                departed.soldOut(),
                searches.inVain());
    }
}
