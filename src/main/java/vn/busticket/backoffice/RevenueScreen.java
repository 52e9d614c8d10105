package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportScope;
import vn.busticket.analytics.RevenueReport;
import vn.busticket.analytics.RevenueReports;
import vn.busticket.backoffice.ChangeMark.Rise;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** Revenue: figures, columns over time, and who and what brought it. */
final class RevenueScreen extends ReportScreen<RevenueReport> {

    private final RevenueReports reports;

    RevenueScreen(AnalyticsDesk desk, ReportDesk files, RevenueReports reports, String title) {
        super(desk, files, ReportKind.REVENUE, title, "analytics.revenue.scope");
        this.reports = reports;
    }

    @Override
    RevenueReport read(ReportFilter filter, ReportScope scope) {
        return reports.report(filter, scope);
    }

    @Override
    RevenueReport readAnew(ReportFilter filter, ReportScope scope) {
        return reports.refresh(filter, scope);
    }

    @Override
    Instant asOf(RevenueReport report) {
        return report.asOf();
    }

    @Override
    boolean isEmpty(RevenueReport report) {
        return isNothing(report.figures())
                && report.compared().map(RevenueScreen::isNothing).orElse(true);
    }

    @Override
    List<Component> parts(RevenueReport report, ReportAddress address) {
        var total = Formats.current().money(report.figures().revenue());
        var parts = new ArrayList<Component>();
        parts.add(figures(report));
        parts.add(
                new SeriesPart(
                                this,
                                address,
                                report.series(),
                                report.comparedWith(),
                                Measure.REVENUE)
                        .draw(total));
        parts.add(groups(report, address));
        return parts;
    }

    /** True if nothing at all was sold, given back or let go. */
    static boolean isNothing(Figures figures) {
        return figures.received().equals(Vnd.ZERO)
                && figures.refunded().equals(Vnd.ZERO)
                && figures.bookings()
                                + figures.cancelledBookings()
                                + figures.cancelledTickets()
                                + figures.expiredBookings()
                        == 0;
    }

    private Component figures(RevenueReport report) {
        var formats = Formats.current();
        var now = report.figures();
        var before = report.compared();
        return new ReportFigures()
                .lead(
                        "REVENUE",
                        formats.money(now.revenue()),
                        Change.of(now.revenue().dong(), dong(before.map(Figures::revenue))),
                        Rise.GOOD,
                        ofRevenue(now, before))
                .with(
                        "BOOKINGS",
                        formats.number(now.bookings()),
                        Change.of(now.bookings(), before.map(Figures::bookings)),
                        Rise.GOOD,
                        "")
                .with(
                        "TICKETS",
                        formats.number(now.tickets()),
                        Change.of(now.tickets(), before.map(Figures::tickets)),
                        Rise.GOOD,
                        "")
                .with(
                        "AVERAGE",
                        Shares.perBooking(now).map(formats::money).orElse(Cells.NOTHING),
                        Shares.perBooking(now)
                                .flatMap(average ->
                                        Change.of(
                                                average.dong(),
                                                dong(before.flatMap(Shares::perBooking)))),
                        Rise.GOOD,
                        "")
                .with(
                        "LOAD",
                        Shares.load(now).map(formats::percent).orElse(Cells.NOTHING),
                        Change.ofShares(Shares.load(now), before.flatMap(Shares::load)),
                        Rise.GOOD,
                        "")
                .with(
                        "CANCELLED",
                        formats.number(now.cancelledBookings()),
                        Change.of(now.cancelledBookings(), before.map(Figures::cancelledBookings)),
                        Rise.BAD,
                        Shares.cancelled(now)
                                .map(share ->
                                        getTranslation(
                                                "analytics.cancelled.share",
                                                formats.percent(share)))
                                .orElse(""))
                .with(
                        "EXPIRED",
                        formats.number(now.expiredBookings()),
                        Change.of(now.expiredBookings(), before.map(Figures::expiredBookings)),
                        Rise.BAD,
                        getTranslation("analytics.expired.unpaid"));
    }

    private String ofRevenue(Figures now, Optional<Figures> before) {
        var formats = Formats.current();
        var parts =
                getTranslation(
                        "analytics.revenue.parts",
                        formats.shortMoney(now.received()),
                        formats.shortMoney(now.refunded()));
        return before.map(then ->
                        getTranslation("analytics.against", formats.shortMoney(then.revenue()))
                                + " · "
                                + parts)
                .orElse(parts);
    }

    private Component groups(RevenueReport report, ReportAddress address) {
        var tables = new GroupTables(address, report.figures(), report.compared());
        var left = new ArrayList<Component>();
        var right = new ArrayList<Component>();
        if (!address.chosen().containsKey(Dimension.ROUTE)) {
            left.add(tables.wide(Dimension.ROUTE, report.routes()));
        }
        if (seesCompanies() && !address.chosen().containsKey(Dimension.OPERATOR)) {
            (left.isEmpty() ? left : right)
                    .add(
                            left.isEmpty()
                                    ? tables.wide(Dimension.OPERATOR, report.operators())
                                    : tables.narrow(Dimension.OPERATOR, report.operators()));
        }
        if (!address.chosen().containsKey(Dimension.BUS_TYPE)) {
            (left.isEmpty() ? left : right)
                    .add(
                            new BusTypeRing(address, report.busTypes(), tables::name)
                                    .draw(desk.renderer()));
        }
        var both = Markup.div("report-columns");
        if (!left.isEmpty()) {
            both.add(Markup.div("desk-stack", left.toArray(Component[]::new)));
        }
        if (!right.isEmpty()) {
            both.add(Markup.div("desk-stack", right.toArray(Component[]::new)));
        }
        return both;
    }

    private static Optional<Long> dong(Optional<Vnd> amount) {
        return amount.map(Vnd::dong);
    }
}
