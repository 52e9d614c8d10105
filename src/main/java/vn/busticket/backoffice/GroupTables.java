package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.GroupRow;
import vn.busticket.analytics.ReportOrder;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/**
 * Sales by route, operator or bus type: bars and figures in one table, the first ten, the others
 * together, and all. A name leads to its own figures.
 */
final class GroupTables {

    private static final int ROWS_ON_A_PAGE = 10;
    private static final long NOBODY = -1;
    private static final String REVENUE = "revenue";
    private static final String NAME = "name";

    private final ReportAddress address;
    private final Figures all;
    private final Optional<Figures> allBefore;
    private final Language language = Formats.current().language();
    private final boolean compares;

    /**
     * @param all what the rows add up to
     * @param allBefore the same in the compared period
     */
    GroupTables(ReportAddress address, Figures all, Optional<Figures> allBefore) {
        this.address = address;
        this.all = all;
        this.allBefore = allBefore;
        compares = address.comparison() != Comparison.NONE && allBefore.isPresent();
    }

    /** How the routes are sorted at an address, for files that show the same. */
    static ReportOrder order(ReportAddress address) {
        var state = TableState.of(address, ReportAddress.inAddress(Dimension.ROUTE), REVENUE);
        var by =
                switch (state.sort()) {
                    case NAME -> ReportOrder.By.NAME;
                    case "change" -> ReportOrder.By.CHANGE;
                    case "tickets" -> ReportOrder.By.TICKETS;
                    case "load" -> ReportOrder.By.OCCUPANCY;
                    default -> ReportOrder.By.REVENUE;
                };
        return new ReportOrder(by, state.isDown());
    }

    /** With tickets and load, for a wide place. */
    Part wide(Dimension dimension, List<GroupRow> rows) {
        var part = part(dimension);
        var table = table(dimension, rows, false);
        figure(table, "tickets", Figures::tickets);
        table.figure(
                "load",
                text("analytics.column.load"),
                row -> FiguresTable.share(Shares.load(row.figures())),
                Comparator.comparing(row -> Shares.load(row.figures()).orElse(-1.0)));
        part.add(finished(table, rows, dimension));
        return part;
    }

    /** Revenue alone, for a narrow place. */
    Part narrow(Dimension dimension, List<GroupRow> rows) {
        var part = part(dimension);
        part.add(finished(table(dimension, rows, true), rows, dimension));
        return part;
    }

    /** The name of a row in the reader's language. */
    String name(GroupRow row) {
        return switch (language) {
            case VI -> row.nameVi();
            case EN -> row.nameEn();
        };
    }

    private Part part(Dimension dimension) {
        var part = new Part(text("analytics.by." + dimension));
        if (compares) {
            part.with(
                    Markup.div(
                            "report-legend",
                            new Span(
                                    Markup.span("swatch tick", ""),
                                    new Span(text("analytics.legend.tick")))));
        }
        return part;
    }

    private FiguresTable<GroupRow> table(
            Dimension dimension, List<GroupRow> rows, boolean isNarrow) {
        var name = ReportAddress.inAddress(dimension);
        var longest = rows.stream().mapToDouble(this::longest).max().orElse(0);
        var table =
                new FiguresTable<GroupRow>(
                        TableState.of(address, name, REVENUE), text("analytics.by." + dimension));
        table.part(
                NAME,
                text("analytics.dimension." + dimension),
                row -> nameCell(dimension, row),
                Comparator.comparing(this::name));
        table.bar(text("analytics.view.chart"), row -> bar(row, longest, isNarrow));
        table.figure(
                REVENUE,
                text("analytics.column.revenue"),
                row -> FiguresTable.number(row.figures().revenue().dong()),
                Comparator.comparing((GroupRow row) -> row.figures().revenue()));
        if (compares) {
            table.figure(
                    "change",
                    text("analytics.change"),
                    row -> ChangeMark.of(change(row), ChangeMark.Rise.GOOD),
                    Comparator.comparingDouble(GroupTables::growth));
        }
        return table;
    }

    private FiguresTable<GroupRow> finished(
            FiguresTable<GroupRow> table, List<GroupRow> rows, Dimension dimension) {
        var total = text("analytics.total");
        return table.sum(
                        rest -> others(rest, dimension),
                        new GroupRow(NOBODY, total, total, all, allBefore))
                .show(rows, ROWS_ON_A_PAGE);
    }

    private void figure(
            FiguresTable<GroupRow> table, String column, Function<Figures, Long> value) {
        table.figure(
                column,
                text("analytics.column." + column),
                row -> FiguresTable.number(value.apply(row.figures())),
                Comparator.comparing(row -> value.apply(row.figures())));
    }

    private Component nameCell(Dimension dimension, GroupRow row) {
        return row.id() == NOBODY
                ? new Span(name(row))
                : new Anchor(address.only(dimension, row.id()).url(), name(row));
    }

    private Component bar(GroupRow row, double longest, boolean isNarrow) {
        var isTotal = row.figures().equals(all) && row.id() == NOBODY;
        if (isTotal) {
            return new Span();
        }
        var before =
                row.compared()
                        .filter(figures -> compares)
                        .map(figures -> (double) figures.revenue().dong());
        var bar = new ReportBar(row.figures().revenue().dong(), before, longest);
        if (row.id() == NOBODY) {
            bar.ofOthers();
        }
        return isNarrow ? bar.thin() : bar;
    }

    private double longest(GroupRow row) {
        return Math.max(
                row.figures().revenue().dong(),
                row.compared().map(Figures::revenue).map(Vnd::dong).orElse(0L));
    }

    private GroupRow others(List<GroupRow> rest, Dimension dimension) {
        var name = text("analytics.others." + dimension, rest.size());
        var before = rest.stream().flatMap(row -> row.compared().stream()).toList();
        return new GroupRow(
                NOBODY,
                name,
                name,
                sum(rest.stream().map(GroupRow::figures)),
                before.isEmpty() ? Optional.empty() : Optional.of(sum(before.stream())));
    }

    private static Figures sum(Stream<Figures> all) {
        return all.reduce(Figures.NONE, Figures::plus);
    }

    private static Optional<Change> change(GroupRow row) {
        return Change.of(
                row.figures().revenue().dong(),
                row.compared().map(figures -> figures.revenue().dong()));
    }

    private static double growth(GroupRow row) {
        return change(row)
                .map(change -> change.kind() == Change.Kind.NEW ? Double.MAX_VALUE : change.by())
                .orElse(-Double.MAX_VALUE);
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
