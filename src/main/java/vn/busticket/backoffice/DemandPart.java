package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.RouteDemand;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** Which routes people look for, whether they find a seat, and where one more trip would sell. */
final class DemandPart {

    private static final int ROWS_ON_A_PAGE = 10;

    /** More coaches are advised where so many left full … */
    private static final double OFTEN_FULL = 0.15;

    /** … and so many searches found no seat. */
    private static final double OFTEN_WITHOUT_SEAT = 0.02;

    private final ReportAddress address;
    private final List<RouteDemand> routes;

    DemandPart(ReportAddress address, List<RouteDemand> routes) {
        this.address = address;
        this.routes = routes;
    }

    Part draw() {
        var part = new Part(text("analytics.demand"));
        if (routes.isEmpty()) {
            part.add(Markup.element("p", text("analytics.demand.none")));
            return part;
        }
        var table =
                new FiguresTable<RouteDemand>(
                        TableState.of(address, "demand", "searches"), text("analytics.demand"));
        table.part(
                "name",
                text("analytics.dimension.ROUTE"),
                this::route,
                Comparator.comparing(DemandPart::name));
        table.part(
                "weeks", text("analytics.demand.weeks"), row -> new Sparkline(row.weeks()), null);
        number(table, "searches", RouteDemand::searches);
        if (address.comparison() != Comparison.NONE) {
            table.figure(
                    "change",
                    text("analytics.change"),
                    row -> ChangeMark.of(change(row), ChangeMark.Rise.GOOD),
                    Comparator.comparingDouble(row -> change(row).map(Change::by).orElse(-2.0)));
        }
        number(table, "paid", RouteDemand::paid);
        share(table, "bought", row -> Shares.of(row.paid(), row.searches()));
        share(table, "full", row -> Shares.of(row.soldOut(), row.trips()));
        number(table, "without", RouteDemand::searchesWithoutSeat);
        table.part("advice", text("analytics.demand.advice"), DemandPart::advice, null);
        part.add(table.show(routes, ROWS_ON_A_PAGE));
        return part;
    }

    /** True where one more trip would probably sell. */
    static boolean needsTrips(RouteDemand route) {
        return Shares.of(route.soldOut(), route.trips()).orElse(0.0) >= OFTEN_FULL
                && Shares.of(route.searchesWithoutSeat(), route.searches()).orElse(0.0)
                        >= OFTEN_WITHOUT_SEAT;
    }

    private Component route(RouteDemand route) {
        return address.chosen().containsKey(Dimension.ROUTE)
                ? new Span(name(route))
                : new Anchor(address.only(Dimension.ROUTE, route.id()).url(), name(route));
    }

    private static Component advice(RouteDemand route) {
        return needsTrips(route)
                ? new Badge(Tone.INFO, text("analytics.demand.moreTrips"))
                : Markup.span("muted", Cells.NOTHING);
    }

    private static Optional<Change> change(RouteDemand route) {
        return Change.of(route.searches(), route.comparedSearches());
    }

    private static void number(
            FiguresTable<RouteDemand> table, String column, ToLongFunction<RouteDemand> value) {
        table.figure(
                column,
                text("analytics.demand." + column),
                row -> FiguresTable.number(value.applyAsLong(row)),
                Comparator.comparingLong(value));
    }

    private static void share(
            FiguresTable<RouteDemand> table,
            String column,
            Function<RouteDemand, Optional<Double>> value) {
        table.figure(
                column,
                text("analytics.demand." + column),
                row -> FiguresTable.share(value.apply(row)),
                Comparator.comparingDouble(row -> value.apply(row).orElse(-1.0)));
    }

    private static String name(RouteDemand route) {
        return switch (Formats.current().language()) {
            case VI -> route.nameVi();
            case EN -> route.nameEn();
        };
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
