package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.busticket.analytics.BookingReport;
import vn.busticket.analytics.BookingReports;
import vn.busticket.analytics.CancelledShare;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.FunnelCount;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportScope;
import vn.busticket.analytics.RouteDemand;
import vn.busticket.backoffice.ChangeMark.Rise;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** How bookings come about and end. */
final class BookingsScreen extends ReportScreen<BookingReport> {

    private static final String MEASURE = "series.view";

    private final BookingReports reports;

    BookingsScreen(AnalyticsDesk desk, ReportDesk files, BookingReports reports, String title) {
        super(desk, files, ReportKind.BOOKINGS, title, "analytics.bookings.scope");
        this.reports = reports;
    }

    @Override
    BookingReport read(ReportFilter filter, ReportScope scope) {
        return reports.report(filter, scope);
    }

    @Override
    BookingReport readAnew(ReportFilter filter, ReportScope scope) {
        return reports.refresh(filter, scope);
    }

    @Override
    Instant asOf(BookingReport report) {
        return report.asOf();
    }

    @Override
    boolean isEmpty(BookingReport report) {
        return RevenueScreen.isNothing(report.figures())
                && report.funnel().stream().mapToLong(FunnelCount::count).sum() == 0
                && report.demand().stream().mapToLong(RouteDemand::searches).sum() == 0;
    }

    @Override
    List<Component> parts(BookingReport report, ReportAddress address) {
        return List.of(
                figures(report),
                series(report, address),
                Markup.div(
                        "report-columns",
                        new FunnelPart(report.funnel()).draw(),
                        new LeadTimePart(report.leadTimes()).draw(desk.renderer(), address)),
                Markup.div(
                        "report-halves",
                        cancelled("reason", report.byReason(), report.figures()),
                        cancelled("whom", report.byWhom(), report.figures())),
                new HeatPart(report.weekdayHours()).draw(),
                new DemandPart(address, report.demand()).draw());
    }

    private Component figures(BookingReport report) {
        var formats = Formats.current();
        var now = report.figures();
        var before = report.compared();
        return new ReportFigures()
                .lead(
                        "BOOKINGS",
                        formats.number(now.bookings()),
                        Change.of(now.bookings(), before.map(Figures::bookings)),
                        Rise.GOOD,
                        before.map(then ->
                                        getTranslation(
                                                "analytics.against",
                                                formats.number(then.bookings())))
                                .orElse(""))
                .with(
                        "TICKETS",
                        formats.number(now.tickets()),
                        Change.of(now.tickets(), before.map(Figures::tickets)),
                        Rise.GOOD,
                        "")
                .with(
                        "CANCELLED_TICKETS",
                        formats.number(now.cancelledTickets()),
                        Change.of(now.cancelledTickets(), before.map(Figures::cancelledTickets)),
                        Rise.BAD,
                        "")
                .with(
                        "CANCELLED_RATE",
                        Shares.cancelled(now).map(formats::percent).orElse(Cells.NOTHING),
                        Change.ofShares(Shares.cancelled(now), before.flatMap(Shares::cancelled)),
                        Rise.BAD,
                        "")
                .with(
                        "CANCELLED_AMOUNT",
                        formats.money(now.cancelledAmount()),
                        Change.of(
                                now.cancelledAmount().dong(),
                                before.map(then -> then.cancelledAmount().dong())),
                        Rise.BAD,
                        "")
                .with(
                        "EXPIRED",
                        formats.number(now.expiredBookings()),
                        Change.of(now.expiredBookings(), before.map(Figures::expiredBookings)),
                        Rise.BAD,
                        "")
                .with(
                        "LOAD",
                        Shares.load(now).map(formats::percent).orElse(Cells.NOTHING),
                        Change.ofShares(Shares.load(now), before.flatMap(Shares::load)),
                        Rise.GOOD,
                        "");
    }

    private Component series(BookingReport report, ReportAddress address) {
        var measure = measure(address);
        return new SeriesPart(this, address, report.series(), report.comparedWith(), measure)
                .draw(measure.text(measure.of(report.figures())), measures(address, measure));
    }

    private static Measure measure(ReportAddress address) {
        return Stream.of(Measure.TICKETS, Measure.CANCELLED)
                .filter(one -> one.inAddress().equals(address.view(MEASURE)))
                .findFirst()
                .orElse(Measure.BOOKINGS);
    }

    private Nav measures(ReportAddress address, Measure shown) {
        var row = new Nav();
        row.addClassName("desk-segments");
        row.setAriaLabel(getTranslation("analytics.measure"));
        for (var measure : List.of(Measure.BOOKINGS, Measure.TICKETS, Measure.CANCELLED)) {
            var value = measure == Measure.BOOKINGS ? "" : measure.inAddress();
            var link =
                    new Anchor(
                            address.viewing(MEASURE, value).url(),
                            getTranslation("analytics.measure." + measure));
            link.setId(ReportFocus.nameOf(MEASURE, value));
            if (measure == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            row.add(link);
        }
        return row;
    }

    private Component cancelled(String by, List<CancelledShare> shares, Figures all) {
        var heading = getTranslation("analytics.cancelled.by." + by);
        var part = new Part(heading);
        if (shares.isEmpty()) {
            part.add(Markup.element("p", getTranslation("analytics.cancelled.none")));
            return part;
        }
        var table =
                new vn.busticket.backoffice.Figures(
                        heading,
                        List.of(getTranslation("analytics.cancelled." + by)),
                        List.of(
                                getTranslation("analytics.column.bookings"),
                                getTranslation("analytics.column.tickets"),
                                getTranslation("analytics.share"),
                                getTranslation("analytics.column.amount")));
        for (var share : shares) {
            table.row(
                    new Span(getTranslation("report." + by + "." + share.key())),
                    FiguresTable.number(share.bookings()),
                    FiguresTable.number(share.tickets()),
                    FiguresTable.share(Shares.of(share.tickets(), all.cancelledTickets())),
                    FiguresTable.number(share.amount().dong()));
        }
        part.add(table);
        return part;
    }
}
