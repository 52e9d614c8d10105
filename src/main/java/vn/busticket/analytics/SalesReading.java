package vn.busticket.analytics;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.analytics.SalesQueries.Group;
import vn.busticket.analytics.SalesQueries.Named;
import vn.busticket.shared.VietnamTime;

/** Puts the sales of a period together; all of them as they are at one moment. */
@Component
class SalesReading {

    private final SalesQueries sales;
    private final Clock clock;

    SalesReading(SalesQueries sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    /** Steps over time, with their sums. */
    record Series(Figures figures, Optional<Figures> compared, List<PeriodRow> steps) {}

    /** Reads and puts together. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    RevenueReport read(ReportFilter filter, ReportScope scope) {
        var now = clock.instant();
        var today = VietnamTime.dayOf(now);
        var selection = new Selection(filter, scope);
        var compared = ComparedPeriod.of(filter.period(), filter.comparison());
        var series = series(filter, selection, compared, today);
        var groups = sales.groups(selection, filter.period());
        var others = compared.map(other -> sales.groups(selection, other.with()));
        return new RevenueReport(
                filter,
                compared.map(ComparedPeriod::with),
                series.figures(),
                series.compared(),
                series.steps(),
                rows(groups, others, Group::route),
                rows(groups, others, Group::operator),
                rows(groups, others, Group::busType),
                now);
    }

    /** The steps of a period; the last may be running. */
    Series series(
            ReportFilter filter,
            Selection selection,
            Optional<ComparedPeriod> compared,
            LocalDate today) {
        var days = sales.byDay(selection, filter.period(), compared.map(ComparedPeriod::with));
        var steps =
                filter.period().steps(filter.grain()).stream()
                        .map(step -> row(step, filter.grain(), compared, days, today))
                        .toList();
        return new Series(
                sum(filter.period(), days), compared.map(other -> sum(other.with(), days)), steps);
    }

    private static PeriodRow row(
            Period step,
            Grain grain,
            Optional<ComparedPeriod> compared,
            Map<LocalDate, Figures> days,
            LocalDate today) {
        var other = compared.flatMap(period -> period.step(step, grain));
        return new PeriodRow(
                step,
                !step.to().isBefore(today),
                sum(step, days),
                other,
                other.map(period -> sum(period, days)));
    }

    private static Figures sum(Period period, Map<LocalDate, Figures> days) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> days.getOrDefault(day, Figures.NONE))
                .reduce(Figures.NONE, Figures::plus);
    }

    private static List<GroupRow> rows(
            List<Group> groups, Optional<List<Group>> others, Function<Group, Named> by) {
        var names = new HashMap<Long, Named>();
        var figures = sums(groups, by, names);
        var compared = others.map(other -> sums(other, by, names));
        var rows = new ArrayList<GroupRow>();
        names.values()
                .forEach(name ->
                        rows.add(
                                new GroupRow(
                                        name.id(),
                                        name.nameVi(),
                                        name.nameEn(),
                                        figures.getOrDefault(name.id(), Figures.NONE),
                                        compared.map(other ->
                                                other.getOrDefault(name.id(), Figures.NONE)))));
        rows.sort(
                comparing((GroupRow row) -> row.figures().revenue(), reverseOrder())
                        .thenComparing(GroupRow::id));
        return List.copyOf(rows);
    }

    private static Map<Long, Figures> sums(
            List<Group> groups, Function<Group, Named> by, Map<Long, Named> names) {
        var sums = new HashMap<Long, Figures>();
        for (var group : groups) {
            var name = by.apply(group);
            names.putIfAbsent(name.id(), name);
            sums.merge(name.id(), group.figures(), Figures::plus);
        }
        return sums;
    }
}
