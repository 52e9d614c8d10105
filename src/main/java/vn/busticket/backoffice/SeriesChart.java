package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.busticket.analytics.ChartData;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.PeriodRow;
import vn.busticket.analytics.ReportFilter;

/** A series as columns over time, with the sentence that says what is to be seen. */
final class SeriesChart {

    private final List<PeriodRow> series;
    private final ReportFilter filter;
    private final Measure measure;

    SeriesChart(List<PeriodRow> series, ReportFilter filter, Measure measure) {
        this.series = series;
        this.filter = filter;
        this.measure = measure;
    }

    ChartData.OverTime data() {
        var unit = measure.unit(series);
        var key = Measure.unitKey(unit);
        return new ChartData.OverTime(
                summary(),
                key.isEmpty() ? "" : I18NProvider.translate(key),
                series.stream().map(row -> step(row, unit)).toList());
    }

    private ChartData.Step step(PeriodRow row, long unit) {
        var grain = filter.grain();
        var value = measure.of(row.figures());
        var before = row.compared().map(measure::of);
        return new ChartData.Step(
                ReportSteps.label(row.period(), grain),
                ReportSteps.title(row.period(), grain),
                (double) value / unit,
                measure.text(value),
                before.map(then -> (double) then / unit),
                row.comparedWith().map(period -> ReportSteps.title(period, grain)),
                before.map(measure::text),
                Change.of(value, before).map(Change::text),
                row.running(),
                ReportSteps.isEmphasised(row.period().from(), grain));
    }

    /** Highest and lowest of what has ended, and how many are above the comparison. */
    String summary() {
        var ended = series.stream().filter(row -> !row.running()).toList();
        var rows = ended.isEmpty() ? series : ended;
        if (rows.isEmpty()) {
            return "";
        }
        var bySize = Comparator.comparingLong((PeriodRow row) -> measure.of(row.figures()));
        var highest = rows.stream().max(bySize).orElseThrow();
        var lowest = rows.stream().min(bySize).orElseThrow();
        var first =
                rows.size() == 1
                        ? I18NProvider.translate(
                                "analytics.chart.only", name(highest), size(highest))
                        : I18NProvider.translate(
                                "analytics.chart.extremes",
                                name(highest),
                                size(highest),
                                name(lowest),
                                size(lowest));
        return above(rows).map(more -> first + " " + more).orElse(first);
    }

    private Optional<String> above(List<PeriodRow> rows) {
        var comparable = rows.stream().filter(row -> row.compared().isPresent()).toList();
        if (comparable.isEmpty() || filter.comparison() == Comparison.NONE) {
            return Optional.empty();
        }
        var above =
                comparable.stream()
                        .filter(row ->
                                row.compared()
                                        .filter(before ->
                                                measure.of(row.figures()) > measure.of(before))
                                        .isPresent())
                        .count();
        return Optional.of(
                I18NProvider.translate(
                        "analytics.chart.above",
                        Long.toString(above),
                        Integer.toString(comparable.size()),
                        I18NProvider.translate("analytics.grain.of." + filter.grain()),
                        I18NProvider.translate("analytics.comparison.in." + filter.comparison())));
    }

    private String name(PeriodRow row) {
        return ReportSteps.title(row.period(), filter.grain());
    }

    private String size(PeriodRow row) {
        return measure.shortly(measure.of(row.figures()));
    }
}
