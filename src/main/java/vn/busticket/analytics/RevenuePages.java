package vn.busticket.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.busticket.analytics.PrintedReport.KeyFigure;
import vn.busticket.analytics.PrintedReport.Row;
import vn.busticket.analytics.PrintedReport.Table;
import vn.busticket.shared.Vnd;

/** The revenue screen on paper. Long tables end early and say so. */
final class RevenuePages {

    static final int MOST_GROUPS = 25;
    static final int MOST_STEPS = 100;
    private static final double LONGEST_BAR = 26;

    private final ReportWords words;
    private final ReportHead head;

    RevenuePages(ReportWords words, ReportHead head) {
        this.words = words;
        this.head = head;
    }

    PrintedReport of(RevenueReport report, ReportRequest request, Optional<String> madeBy) {
        var charts = new ReportCharts(words);
        var overTime = charts.revenue(report);
        return new PrintedReport(
                words.text("report.title.REVENUE"),
                words.period(request.filter().period()),
                head.scope(request, report.comparedWith()),
                head.footer(report.asOf(), madeBy),
                figures(report),
                new PrintedReport.Chart(
                        words.text("report.chart.revenue." + request.filter().grain()),
                        words.text(
                                report.comparedWith().isPresent()
                                        ? "report.chart.legend"
                                        : "report.chart.legend.alone"),
                        ChartSvg.of(overTime)),
                ring(charts.busTypes(report)),
                tables(report, request));
    }

    private List<KeyFigure> figures(RevenueReport report) {
        var now = report.figures();
        var before = report.compared();
        var money =
                words.text(
                        "report.receivedLess",
                        words.brief(now.received()),
                        words.brief(now.refunded()));
        var revenue = change(now.revenue().dong(), before.map(Figures::revenue).map(Vnd::dong));
        return List.of(
                new KeyFigure(
                        words.text("report.head.revenue"),
                        words.money(now.revenue()),
                        revenue.isEmpty() ? money : revenue + " · " + money),
                figure("bookings", now.bookings(), before.map(Figures::bookings)),
                figure("tickets", now.tickets(), before.map(Figures::tickets)),
                new KeyFigure(
                        words.text("report.head.occupancy"),
                        words.percent(Shares.occupancy(now)),
                        points(now, before)),
                figure(
                        "cancelledBookings",
                        now.cancelledBookings(),
                        before.map(Figures::cancelledBookings)));
    }

    private KeyFigure figure(String name, long now, Optional<Long> before) {
        return new KeyFigure(
                words.text("report.head." + name), words.number(now), change(now, before));
    }

    private String change(long now, Optional<Long> before) {
        return words.change(before.flatMap(one -> Shares.change(now, one)));
    }

    private String points(Figures now, Optional<Figures> before) {
        var was = before.flatMap(Shares::occupancy);
        var is = Shares.occupancy(now);
        return was.isPresent() && is.isPresent()
                ? words.text("report.points", words.signed((is.get() - was.get()) * 100))
                : "";
    }

    private List<PrintedReport.Ring> ring(ChartData.Donut donut) {
        if (donut.parts().size() < 2) {
            return List.of();
        }
        var parts =
                IntStream.range(0, donut.parts().size())
                        .mapToObj(index -> part(index, donut.parts().get(index)))
                        .toList();
        return List.of(
                new PrintedReport.Ring(
                        words.text("report.table.busTypes"), ChartSvg.of(donut), parts));
    }

    private static PrintedReport.Part part(int index, ChartData.Part part) {
        return new PrintedReport.Part(
                ChartSvg.colour(index), part.name(), part.share(), part.text());
    }

    private List<Table> tables(RevenueReport report, ReportRequest request) {
        var tables = new ArrayList<Table>();
        var order = request.order();
        var language = words.language();
        tables.add(groups("routes", order.of(report.routes(), language), report));
        if (report.operators().size() > 1) {
            tables.add(groups("operators", order.of(report.operators(), language), report));
        }
        tables.add(groups("busTypes", order.of(report.busTypes(), language), report));
        tables.add(steps(report));
        return tables;
    }

    private Table groups(String name, List<GroupRow> groups, RevenueReport report) {
        var compares = report.comparedWith().isPresent();
        var most = groups.stream().mapToLong(one -> one.figures().revenue().dong()).max().orElse(0);
        var rows = new ArrayList<Row>();
        for (var group : groups.stream().limit(MOST_GROUPS).toList()) {
            rows.add(
                    new Row(
                            Shares.name(group, words.language()),
                            bar(group.figures().revenue().dong(), most),
                            cells(group.figures(), group.compared(), compares),
                            false));
        }
        rows.add(total(report));
        return new Table(
                words.text("report.table." + name),
                words.text("report.head." + name),
                heads(compares),
                true,
                rows,
                groups.size() > MOST_GROUPS
                        ? words.text("report.capped", MOST_GROUPS, groups.size())
                        : "");
    }

    private Table steps(RevenueReport report) {
        var compares = report.comparedWith().isPresent();
        var grain = report.filter().grain();
        var rows = new ArrayList<Row>();
        for (var step : report.series().stream().limit(MOST_STEPS).toList()) {
            rows.add(
                    Row.plain(
                            words.step(step.period(), grain),
                            cells(step.figures(), step.compared(), compares)));
        }
        rows.add(total(report));
        return new Table(
                words.text("report.table.time"),
                words.text("report.head.time"),
                heads(compares),
                false,
                rows,
                report.series().size() > MOST_STEPS
                        ? words.text("report.capped", MOST_STEPS, report.series().size())
                        : "");
    }

    private Row total(RevenueReport report) {
        return new Row(
                words.text("report.total"),
                0,
                cells(report.figures(), report.compared(), report.comparedWith().isPresent()),
                true);
    }

    private List<String> heads(boolean compares) {
        var heads = new ArrayList<>(List.of(words.text("report.head.revenue.dong")));
        if (compares) {
            heads.add(words.text("report.head.before.dong"));
            heads.add(words.text("report.head.change"));
        }
        heads.add(words.text("report.head.tickets"));
        heads.add(words.text("report.head.occupancy"));
        return heads;
    }

    private List<String> cells(Figures now, Optional<Figures> before, boolean compares) {
        var cells = new ArrayList<>(List.of(words.number(now.revenue().dong())));
        if (compares) {
            cells.add(before.map(one -> words.number(one.revenue().dong())).orElse("–"));
            cells.add(change(now.revenue().dong(), before.map(Figures::revenue).map(Vnd::dong)));
        }
        cells.add(words.number(now.tickets()));
        cells.add(words.percent(Shares.occupancy(now)));
        return cells;
    }

    private static double bar(long revenue, long most) {
        return most <= 0
                ? 0
                : Math.max(0, Math.round(400.0 * revenue / most) / 10.0) * LONGEST_BAR / 40;
    }
}
