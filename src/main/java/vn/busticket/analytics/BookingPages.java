package vn.busticket.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.busticket.analytics.PrintedReport.KeyFigure;
import vn.busticket.analytics.PrintedReport.Row;
import vn.busticket.analytics.PrintedReport.Table;

/** The screen of bookings on paper. Long tables end early and say so. */
final class BookingPages {

    private final ReportWords words;
    private final ReportHead head;

    BookingPages(ReportWords words, ReportHead head) {
        this.words = words;
        this.head = head;
    }

    PrintedReport of(BookingReport report, ReportRequest request, Optional<String> madeBy) {
        var overTime = new ReportCharts(words).bookings(report);
        return new PrintedReport(
                words.text("report.title.BOOKINGS"),
                words.period(request.filter().period()),
                head.scope(request, report.comparedWith()),
                head.footer(report.asOf(), madeBy),
                figures(report),
                new PrintedReport.Chart(
                        words.text("report.chart.bookings." + request.filter().grain()),
                        words.text(
                                report.comparedWith().isPresent()
                                        ? "report.chart.legend"
                                        : "report.chart.legend.alone"),
                        ChartSvg.of(overTime)),
                List.of(),
                tables(report));
    }

    private List<KeyFigure> figures(BookingReport report) {
        var now = report.figures();
        var before = report.compared();
        return List.of(
                figure("bookings", now.bookings(), before.map(Figures::bookings)),
                figure("tickets", now.tickets(), before.map(Figures::tickets)),
                figure(
                        "cancelledBookings",
                        now.cancelledBookings(),
                        before.map(Figures::cancelledBookings)),
                new KeyFigure(
                        words.text("report.head.cancelledRate"),
                        words.percent(Shares.cancelled(now)),
                        ""),
                figure("expired", now.expiredBookings(), before.map(Figures::expiredBookings)));
    }

    private KeyFigure figure(String name, long now, Optional<Long> before) {
        return new KeyFigure(
                words.text("report.head." + name),
                words.number(now),
                words.change(before.flatMap(one -> Shares.change(now, one))));
    }

    private List<Table> tables(BookingReport report) {
        var tables = new ArrayList<Table>();
        tables.add(funnel(report));
        tables.add(cancelled("reasons", "report.reason.", report.byReason()));
        tables.add(cancelled("whom", "report.whom.", report.byWhom()));
        tables.add(demand(report));
        tables.add(leadTimes(report));
        tables.add(steps(report));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private Table funnel(BookingReport report) {
        var first = report.funnel().stream().mapToLong(FunnelCount::count).findFirst().orElse(0);
        var rows =
                report.funnel().stream()
                        .map(step ->
                                Row.plain(
                                        words.text(
                                                "report.funnel."
                                                        + step.step()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)),
                                        List.of(
                                                words.number(step.count()),
                                                words.percent(Shares.share(step.count(), first)))))
                        .toList();
        return table("funnel", "step", List.of("count", "ofFirst"), rows, rows.size());
    }

    private Table cancelled(String name, String keys, List<CancelledShare> shares) {
        var rows =
                shares.stream()
                        .map(share ->
                                Row.plain(
                                        words.textOr(keys + share.key(), share.key()),
                                        List.of(
                                                words.number(share.bookings()),
                                                words.number(share.tickets()),
                                                words.number(share.amount().dong()))))
                        .toList();
        return table(
                name,
                name,
                List.of("cancelledBookings", "cancelledTickets", "cancelledAmount"),
                rows,
                rows.size());
    }

    private Table demand(BookingReport report) {
        var rows =
                report.demand().stream()
                        .limit(RevenuePages.MOST_GROUPS)
                        .map(route ->
                                Row.plain(
                                        switch (words.language()) {
                                            case VI -> route.nameVi();
                                            case EN -> route.nameEn();
                                        },
                                        List.of(
                                                words.number(route.searches()),
                                                words.number(route.paid()),
                                                words.number(route.trips()),
                                                words.number(route.soldOut()),
                                                words.number(route.searchesWithoutSeat()))))
                        .toList();
        return table(
                "demand",
                "routes",
                List.of("searches", "bookings", "trips", "soldOut", "withoutSeat"),
                rows,
                report.demand().size());
    }

    private Table leadTimes(BookingReport report) {
        var rows =
                report.leadTimes().stream()
                        .map(step -> Row.plain(days(step), List.of(words.number(step.bookings()))))
                        .toList();
        return table("leadTimes", "leadTimes", List.of("bookings"), rows, rows.size());
    }

    private static String days(LeadTime step) {
        if (step.toDays() == Integer.MAX_VALUE) {
            return "≥ " + step.fromDays();
        }
        return step.fromDays() == step.toDays()
                ? Integer.toString(step.fromDays())
                : step.fromDays() + "–" + step.toDays();
    }

    private Table steps(BookingReport report) {
        var grain = report.filter().grain();
        var rows =
                report.series().stream()
                        .limit(RevenuePages.MOST_STEPS)
                        .map(step ->
                                Row.plain(
                                        words.step(step.period(), grain),
                                        List.of(
                                                words.number(step.figures().bookings()),
                                                words.number(step.figures().tickets()),
                                                words.number(step.figures().cancelledBookings()),
                                                words.number(step.figures().expiredBookings()))))
                        .toList();
        return table(
                "time",
                "time",
                List.of("bookings", "tickets", "cancelledBookings", "expired"),
                rows,
                report.series().size());
    }

    private Table table(String name, String first, List<String> heads, List<Row> rows, int all) {
        return new Table(
                words.text("report.table." + name),
                words.text("report.head." + first),
                heads.stream().map(head -> words.text("report.head." + head)).toList(),
                false,
                rows,
                all > rows.size() ? words.text("report.capped", rows.size(), all) : "");
    }
}
