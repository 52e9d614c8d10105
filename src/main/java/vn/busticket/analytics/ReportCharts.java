package vn.busticket.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import vn.busticket.shared.Vnd;

/** The charts of a printed report, before they are drawn. */
final class ReportCharts {

    private static final int MOST_PARTS = 5;
    private static final double MILLION = 1_000_000;
    private static final double BILLION = 1_000_000_000;

    private final ReportWords words;

    ReportCharts(ReportWords words) {
        this.words = words;
    }

    /** Net revenue over time. */
    ChartData.OverTime revenue(RevenueReport report) {
        var scale = scale(report.series());
        return overTime(
                report.series(),
                report.filter().grain(),
                new Measure(
                        scale == BILLION
                                ? words.text("report.unit.billion")
                                : words.text("report.unit.million"),
                        figures -> figures.revenue().dong() / scale,
                        figures -> words.money(figures.revenue()),
                        figures -> figures.revenue().dong()));
    }

    /** Paid bookings over time. */
    ChartData.OverTime bookings(BookingReport report) {
        return overTime(
                report.series(),
                report.filter().grain(),
                new Measure(
                        "",
                        Figures::bookings,
                        figures -> words.number(figures.bookings()),
                        Figures::bookings));
    }

    /** The bus types' shares of the revenue; what gave none has no part. */
    ChartData.Donut busTypes(RevenueReport report) {
        var earning =
                report.busTypes().stream()
                        .filter(type -> type.figures().revenue().isPositive())
                        .sorted(
                                Comparator.comparing(
                                        (GroupRow type) -> type.figures().revenue(),
                                        Comparator.reverseOrder()))
                        .toList();
        var whole = Vnd.sum(earning.stream().map(type -> type.figures().revenue()).toList());
        var parts = new ArrayList<ChartData.Part>();
        var shown = earning.size() > MOST_PARTS ? MOST_PARTS - 1 : earning.size();
        for (var type : earning.subList(0, shown)) {
            parts.add(part(Shares.name(type, words.language()), type.figures().revenue(), whole));
        }
        if (shown < earning.size()) {
            var rest =
                    Vnd.sum(
                            earning.subList(shown, earning.size()).stream()
                                    .map(type -> type.figures().revenue())
                                    .toList());
            parts.add(part(words.text("report.others"), rest, whole));
        }
        return new ChartData.Donut("", words.brief(whole), "", parts);
    }

    private ChartData.Part part(String name, Vnd revenue, Vnd whole) {
        return new ChartData.Part(
                name,
                revenue.dong(),
                words.money(revenue),
                words.percent(Shares.share(revenue.dong(), whole.dong())));
    }

    /** What of the figures is drawn, in which unit. */
    private record Measure(
            String unit,
            ToDoubleFunction<Figures> value,
            java.util.function.Function<Figures, String> text,
            ToLongFunction<Figures> exact) {}

    private ChartData.OverTime overTime(List<PeriodRow> series, Grain grain, Measure measure) {
        var steps = series.stream().map(row -> step(row, grain, measure)).toList();
        return new ChartData.OverTime("", measure.unit(), steps);
    }

    private ChartData.Step step(PeriodRow row, Grain grain, Measure measure) {
        var now = row.figures();
        return new ChartData.Step(
                words.label(row.period(), grain),
                words.step(row.period(), grain),
                measure.value().applyAsDouble(now),
                measure.text().apply(now),
                row.compared().map(measure.value()::applyAsDouble),
                row.comparedWith().map(period -> words.step(period, grain)),
                row.compared().map(measure.text()),
                row.compared()
                        .flatMap(before ->
                                Shares.change(
                                        measure.exact().applyAsLong(now),
                                        measure.exact().applyAsLong(before)))
                        .map(change -> words.change(Optional.of(change))),
                row.running(),
                false);
    }

    private static double scale(List<PeriodRow> series) {
        return series.stream().anyMatch(row -> row.figures().revenue().dong() >= 5 * BILLION)
                ? BILLION
                : MILLION;
    }
}
