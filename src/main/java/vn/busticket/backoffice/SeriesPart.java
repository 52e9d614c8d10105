package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.PeriodRow;
import vn.busticket.ui.Markup;

/** A measure over time, as a chart or as the table behind it. */
final class SeriesPart {

    static final String TABLE = "days";

    private static final String VIEW = TABLE + ".view";
    private static final int ROWS_ON_A_PAGE = 31;

    private final ReportScreen<?> screen;
    private final ReportAddress address;
    private final List<PeriodRow> series;
    private final Optional<Period> comparedWith;
    private final Measure measure;

    SeriesPart(
            ReportScreen<?> screen,
            ReportAddress address,
            List<PeriodRow> series,
            Optional<Period> comparedWith,
            Measure measure) {
        this.screen = screen;
        this.address = address;
        this.series = series;
        this.comparedWith = comparedWith;
        this.measure = measure;
    }

    /**
     * The part of the screen.
     *
     * @param total the measure over the whole range, in words
     * @param beside more ways to look at it
     */
    Section draw(String total, Component... beside) {
        var heading = screen.getTranslation("analytics.series." + measure + "." + address.grain());
        var isTable = ViewSwitch.isTable(address, VIEW);
        var part = new Part(heading);
        if (!isTable) {
            part.with(legend());
        }
        var ways = Markup.div("report-switches", beside);
        ways.add(new ViewSwitch(address, VIEW, heading));
        part.leadingTo(ways);
        part.add(isTable ? table() : chart(heading, total));
        return part;
    }

    private Component chart(String heading, String total) {
        return ChartFigure.columns(
                screen.desk.renderer(),
                new SeriesChart(series, address.filter(), measure).data(),
                screen.getTranslation("analytics.chart.spoken", heading, total),
                screen.getTranslation("analytics.grain." + address.grain()),
                this::lookInto);
    }

    /** One column becomes the whole range. */
    private void lookInto(int number) {
        var part = series.get(number).period();
        if (series.size() > 1) {
            screen.go(address.into(part, Grain.DAY));
        }
    }

    private Div legend() {
        var now =
                screen.getTranslation(
                        "analytics.legend.now", ReportSteps.range(address.span().period()));
        var legend = Markup.div("report-legend", entry("swatch", now));
        comparedWith.ifPresent(before ->
                legend.add(
                        entry(
                                "swatch line",
                                screen.getTranslation(
                                        "analytics.legend." + address.comparison(),
                                        ReportSteps.range(before)))));
        if (series.stream().anyMatch(PeriodRow::running)) {
            legend.add(
                    entry(
                            "swatch hatched",
                            screen.getTranslation("analytics.running." + address.grain())));
        }
        if (address.grain() == Grain.DAY && series.size() > 1) {
            legend.add(new Span(screen.getTranslation("analytics.legend.bold")));
        }
        return legend;
    }

    private static Span entry(String classNames, String words) {
        return new Span(Markup.span(classNames, ""), new Span(words));
    }

    private Component table() {
        var state = TableState.of(address, TABLE, "");
        var table = new FiguresTable<PeriodRow>(state, screen.getTranslation("analytics.table"));
        table.part(
                "day",
                screen.getTranslation("analytics.grain." + address.grain()),
                this::name,
                Comparator.comparing(row -> row.period().from()));
        table.figure("value", head(measure), row -> amount(row.figures()), by(measure));
        if (address.comparison() != Comparison.NONE) {
            table.figure("before", screen.getTranslation("analytics.before"), this::before, null);
            table.figure("change", screen.getTranslation("analytics.change"), this::change, null);
        }
        if (measure == Measure.REVENUE) {
            figure(table, "received", figures -> figures.received().dong());
            figure(table, "refunded", figures -> figures.refunded().dong());
        }
        for (var other : List.of(Measure.BOOKINGS, Measure.TICKETS, Measure.CANCELLED)) {
            if (other != measure) {
                figure(table, other.inAddress(), other::of);
            }
        }
        figure(table, "expired", Figures::expiredBookings);
        return table.show(series, ROWS_ON_A_PAGE);
    }

    private void figure(
            FiguresTable<PeriodRow> table, String column, ToLongFunction<Figures> value) {
        table.figure(
                column,
                screen.getTranslation("analytics.column." + column),
                row -> FiguresTable.number(value.applyAsLong(row.figures())),
                Comparator.comparingLong(row -> value.applyAsLong(row.figures())));
    }

    private Component name(PeriodRow row) {
        var words = ReportSteps.title(row.period(), address.grain());
        if (row.running()) {
            words += " · " + screen.getTranslation("analytics.running." + address.grain());
        }
        return new Span(words);
    }

    private String head(Measure of) {
        return screen.getTranslation("analytics.column." + of.inAddress());
    }

    private Component amount(Figures figures) {
        return FiguresTable.number(measure.of(figures));
    }

    private Component before(PeriodRow row) {
        return row.compared()
                .map(this::amount)
                .orElseGet(() -> Markup.span("muted", Cells.NOTHING));
    }

    private Component change(PeriodRow row) {
        return ChangeMark.of(
                Change.of(measure.of(row.figures()), row.compared().map(measure::of)),
                measure.rise());
    }

    private static Comparator<PeriodRow> by(Measure measure) {
        return Comparator.comparingLong(row -> measure.of(row.figures()));
    }
}
