package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/**
 * A table of a report. Its order and page stand in the address, and the server sorts: all rows
 * before a page of them is cut out.
 */
final class FiguresTable<T> extends Div {

    private final TableState state;
    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();
    private @Nullable Summary<T> others;
    private @Nullable T total;

    /**
     * One column.
     *
     * @param order what the rows can be sorted by, null if they cannot
     */
    private record Column<T>(
            String name,
            Component head,
            boolean isFigure,
            Function<T, Component> cell,
            @Nullable Comparator<T> order) {}

    /** What a row says of all the rows of which none is shown. */
    private record Summary<T>(Function<List<T>, T> of) {}

    /**
     * @param name what it lists, for screen readers
     */
    FiguresTable(TableState state, String name) {
        this.state = state;
        this.name = name;
        addClassName("report-table");
    }

    /** Adds a column of words or bars. */
    FiguresTable<T> part(
            String column,
            String head,
            Function<T, Component> cell,
            @Nullable Comparator<T> order) {
        columns.add(new Column<>(column, new Span(head), false, cell, order));
        return this;
    }

    /** Adds a column whose head only screen readers get. */
    FiguresTable<T> bar(String head, Function<T, Component> cell) {
        columns.add(new Column<>("", Markup.spoken(head), false, cell, null));
        return this;
    }

    /** Adds a column of figures. */
    FiguresTable<T> figure(
            String column,
            String head,
            Function<T, Component> cell,
            @Nullable Comparator<T> order) {
        columns.add(new Column<>(column, new Span(head), true, cell, order));
        return this;
    }

    /** Adds a row for those that are not on the page, and one for all. */
    FiguresTable<T> sum(Function<List<T>, T> ofOthers, T ofAll) {
        others = new Summary<>(ofOthers);
        total = ofAll;
        return this;
    }

    /**
     * Draws a page.
     *
     * @param size rows on a page
     */
    FiguresTable<T> show(List<T> rows, int size) {
        var sorted = rows.stream().sorted(order()).toList();
        var last = Math.max(0, (sorted.size() - 1) / size);
        var page = Math.min(state.page(), last);
        var shown = sorted.subList(page * size, Math.min(sorted.size(), (page + 1) * size));
        var body = Markup.element("tbody");
        shown.forEach(row -> body.add(row(row)));
        var rest = new ArrayList<>(sorted);
        rest.removeAll(shown);
        if (others != null && !rest.isEmpty()) {
            body.add(row(others.of().apply(rest)));
        }
        var table = Markup.element("table", Markup.element("thead", heads()), body);
        table.addClassName("desk-table");
        if (total != null) {
            table.add(Markup.element("tfoot", row(total)));
        }
        add(frame(table));
        if (sorted.size() > size) {
            var pages = new DeskPages(page * size, shown.size(), sorted.size(), size, state::at);
            pages.setAriaLabel(getTranslation("bookings.pages") + ": " + name);
            add(pages);
        }
        return this;
    }

    private Div frame(HtmlContainer table) {
        var frame = Markup.div("desk-scroll", table);
        frame.setId(ReportFocus.nameOf(state.table() + TableState.PAGE, ""));
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "group");
        frame.getElement().setAttribute("aria-label", name);
        return frame;
    }

    private Comparator<T> order() {
        return columns.stream()
                .filter(column -> column.name().equals(state.sort()))
                .map(Column::order)
                .flatMap(order -> Optional.ofNullable(order).stream())
                .findFirst()
                .map(order -> state.isDown() ? order.reversed() : order)
                .orElse((one, another) -> 0);
    }

    private HtmlContainer heads() {
        var heads = Markup.element("tr");
        for (var column : columns) {
            var head = Markup.element("th", head(column));
            head.getElement().setAttribute("scope", "col");
            if (column.isFigure()) {
                head.addClassName("num");
            }
            if (column.order() != null && column.name().equals(state.sort())) {
                head.getElement()
                        .setAttribute("aria-sort", state.isDown() ? "descending" : "ascending");
            }
            heads.add(head);
        }
        return heads;
    }

    private Component head(Column<T> column) {
        if (column.order() == null) {
            return column.head();
        }
        var link = new Anchor(state.sortedBy(column.name(), column.isFigure()));
        link.addClassName("report-sort");
        link.setId(ReportFocus.nameOf(state.table() + ".sort", column.name()));
        link.add(column.head());
        if (column.name().equals(state.sort())) {
            var sign = new Span(state.isDown() ? "\u00a0↓" : "\u00a0↑");
            sign.getElement().setAttribute("aria-hidden", "true");
            link.add(sign);
        }
        return link;
    }

    private HtmlContainer row(T of) {
        var row = Markup.element("tr");
        for (var column : columns) {
            var isName = column == columns.getFirst();
            var cell = Markup.element(isName ? "th" : "td", column.cell().apply(of));
            if (isName) {
                cell.getElement().setAttribute("scope", "row");
            }
            if (column.isFigure()) {
                cell.addClassName("num");
            }
            row.add(cell);
        }
        return row;
    }

    /** A whole number as a cell. */
    static Component number(long number) {
        return new Span(Formats.current().number(number));
    }

    /** A share as a cell, a dash where there is none. */
    static Component share(Optional<Double> share) {
        return share.<Component>map(known -> new Span(Formats.current().percent(known)))
                .orElseGet(() -> Markup.span("muted", Cells.NOTHING));
    }
}
