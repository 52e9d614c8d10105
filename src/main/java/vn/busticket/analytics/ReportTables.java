package vn.busticket.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The tables behind the charts of a report, in one language. */
final class ReportTables {

    private static final int HOURS = 24;

    private final ReportWords words;

    ReportTables(ReportWords words) {
        this.words = words;
    }

    /** All tables of the revenue screen; the first is the one over time. */
    List<ReportTable> of(RevenueReport report, ReportOrder order) {
        var compares = report.comparedWith().isPresent();
        return List.of(
                series(report.series(), report.figures(), report.compared()),
                groups("routes", order.of(report.routes(), words.language()), report, compares),
                groups(
                        "operators",
                        order.of(report.operators(), words.language()),
                        report,
                        compares),
                groups(
                        "busTypes",
                        order.of(report.busTypes(), words.language()),
                        report,
                        compares));
    }

    /** All tables of the screen of bookings; the first is the one over time. */
    List<ReportTable> of(BookingReport report) {
        return List.of(
                series(report.series(), report.figures(), report.compared()),
                cancelled("reasons", "report.reason.", report.byReason()),
                cancelled("whom", "report.whom.", report.byWhom()),
                funnel(report),
                leadTimes(report),
                weekdayHours(report),
                demand(report));
    }

    private ReportTable series(
            List<PeriodRow> series, Figures total, Optional<Figures> comparedTotal) {
        var compares = comparedTotal.isPresent();
        var heads = new ArrayList<>(heads("from", "to"));
        heads.addAll(figureHeads());
        if (compares) {
            heads.addAll(heads("comparedFrom", "comparedTo", "comparedRevenue", "change"));
        }
        var rows = series.stream().map(step -> step(step, compares)).toList();
        var sum = new ArrayList<Cell>(List.of(total(), Cell.NOTHING));
        sum.addAll(cells(total));
        if (compares) {
            sum.addAll(List.of(Cell.NOTHING, Cell.NOTHING));
            sum.addAll(comparison(total, comparedTotal));
        }
        return table("time", heads, rows, sum);
    }

    private static List<Cell> step(PeriodRow step, boolean compares) {
        var row = new ArrayList<Cell>();
        row.add(new Cell.Day(step.period().from()));
        row.add(new Cell.Day(step.period().to()));
        row.addAll(cells(step.figures()));
        if (compares) {
            row.add(
                    step.comparedWith()
                            .<Cell>map(p -> new Cell.Day(p.from()))
                            .orElse(Cell.NOTHING));
            row.add(step.comparedWith().<Cell>map(p -> new Cell.Day(p.to())).orElse(Cell.NOTHING));
            row.addAll(comparison(step.figures(), step.compared()));
        }
        return row;
    }

    private ReportTable groups(
            String name, List<GroupRow> groups, RevenueReport report, boolean compares) {
        var heads = new ArrayList<>(List.of(words.text("report.head." + name)));
        heads.addAll(figureHeads());
        if (compares) {
            heads.addAll(heads("comparedRevenue", "change"));
        }
        var rows = groups.stream().map(group -> group(group, compares)).toList();
        var sum = new ArrayList<Cell>(List.of(total()));
        sum.addAll(cells(report.figures()));
        if (compares) {
            sum.addAll(comparison(report.figures(), report.compared()));
        }
        return table(name, heads, rows, sum);
    }

    private List<Cell> group(GroupRow group, boolean compares) {
        var row = new ArrayList<Cell>();
        row.add(new Cell.Words(Shares.name(group, words.language())));
        row.addAll(cells(group.figures()));
        if (compares) {
            row.addAll(comparison(group.figures(), group.compared()));
        }
        return row;
    }

    private ReportTable cancelled(String name, String keys, List<CancelledShare> shares) {
        var heads = new ArrayList<>(List.of(words.text("report.head." + name)));
        heads.addAll(heads("cancelledBookings", "cancelledTickets", "cancelledAmount"));
        var rows =
                shares.stream()
                        .map(share ->
                                List.<Cell>of(
                                        new Cell.Words(
                                                words.textOr(keys + share.key(), share.key())),
                                        new Cell.Count(share.bookings()),
                                        new Cell.Count(share.tickets()),
                                        new Cell.Money(share.amount())))
                        .toList();
        return table(name, heads, rows, List.of());
    }

    private ReportTable funnel(BookingReport report) {
        var first = report.funnel().stream().mapToLong(FunnelCount::count).findFirst().orElse(0);
        var rows = new ArrayList<List<Cell>>();
        for (var count : report.funnel()) {
            var row = new ArrayList<Cell>();
            row.add(new Cell.Words(words.text("report.funnel." + key(count.step()))));
            row.add(new Cell.Count(count.count()));
            row.add(Cell.share(Shares.share(count.count(), first)));
            for (var device : Device.values()) {
                row.add(new Cell.Count(count.byDevice().getOrDefault(device, 0L)));
            }
            row.add(count.compared().<Cell>map(Cell.Count::new).orElse(Cell.NOTHING));
            rows.add(row);
        }
        return table(
                "funnel",
                heads("step", "count", "ofFirst", "phone", "computer", "unknown", "compared"),
                rows,
                List.of());
    }

    private ReportTable leadTimes(BookingReport report) {
        var rows =
                report.leadTimes().stream()
                        .map(step ->
                                List.<Cell>of(
                                        new Cell.Count(step.fromDays()),
                                        step.toDays() == Integer.MAX_VALUE
                                                ? Cell.NOTHING
                                                : new Cell.Count(step.toDays()),
                                        new Cell.Count(step.bookings())))
                        .toList();
        return table("leadTimes", heads("fromDays", "toDays", "bookings"), rows, List.of());
    }

    private ReportTable weekdayHours(BookingReport report) {
        var heads = new ArrayList<>(heads("weekday"));
        IntStream.range(0, HOURS).mapToObj("%02d:00"::formatted).forEach(heads::add);
        var rows = new ArrayList<List<Cell>>();
        for (var weekday = 0; weekday < report.weekdayHours().size(); weekday++) {
            var row = new ArrayList<Cell>();
            row.add(new Cell.Words(words.text("words.weekday." + (weekday + 1))));
            report.weekdayHours().get(weekday).forEach(mean -> row.add(new Cell.Average(mean)));
            rows.add(row);
        }
        return table("weekdayHours", heads, rows, List.of());
    }

    private ReportTable demand(BookingReport report) {
        var rows =
                report.demand().stream()
                        .map(route ->
                                List.<Cell>of(
                                        new Cell.Words(name(route)),
                                        new Cell.Count(route.searches()),
                                        route.comparedSearches()
                                                .<Cell>map(Cell.Count::new)
                                                .orElse(Cell.NOTHING),
                                        new Cell.Count(route.paid()),
                                        new Cell.Count(route.trips()),
                                        new Cell.Count(route.soldOut()),
                                        new Cell.Count(route.searchesWithoutSeat())))
                        .toList();
        var heads =
                heads(
                        "routes",
                        "searches",
                        "comparedSearches",
                        "bookings",
                        "trips",
                        "soldOut",
                        "withoutSeat");
        return table("demand", heads, rows, List.of());
    }

    private String name(RouteDemand route) {
        return switch (words.language()) {
            case VI -> route.nameVi();
            case EN -> route.nameEn();
        };
    }

    private List<String> figureHeads() {
        return heads(
                "revenue",
                "received",
                "refunded",
                "bookings",
                "tickets",
                "cancelledBookings",
                "cancelledTickets",
                "cancelledAmount",
                "expired",
                "seatsSold",
                "seatsOffered",
                "occupancy");
    }

    private static List<Cell> cells(Figures figures) {
        return List.of(
                new Cell.Money(figures.revenue()),
                new Cell.Money(figures.received()),
                new Cell.Money(figures.refunded()),
                new Cell.Count(figures.bookings()),
                new Cell.Count(figures.tickets()),
                new Cell.Count(figures.cancelledBookings()),
                new Cell.Count(figures.cancelledTickets()),
                new Cell.Money(figures.cancelledAmount()),
                new Cell.Count(figures.expiredBookings()),
                new Cell.Count(figures.seatsSold()),
                new Cell.Count(figures.seatsOffered()),
                Cell.share(Shares.occupancy(figures)));
    }

    private static List<Cell> comparison(Figures now, Optional<Figures> before) {
        return List.of(
                Cell.revenue(before),
                Cell.share(
                        before.flatMap(
                                one -> Shares.change(now.revenue().dong(), one.revenue().dong()))));
    }

    private Cell total() {
        return new Cell.Words(words.text("report.total"));
    }

    private List<String> heads(String... names) {
        var heads = new ArrayList<String>();
        for (var name : names) {
            heads.add(words.text("report.head." + name));
        }
        return heads;
    }

    private ReportTable table(
            String name, List<String> heads, List<List<Cell>> rows, List<Cell> total) {
        return new ReportTable(
                words.text("report.table." + name),
                words.text("report.table." + name + ".file"),
                heads,
                rows,
                total);
    }

    private static String key(FunnelStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
