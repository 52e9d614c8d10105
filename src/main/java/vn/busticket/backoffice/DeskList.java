package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.busticket.payments.MoneyOrder;

/**
 * A list of which only the rows of one page are read: a table where there is room, cards of two
 * lines on a phone.
 */
final class DeskList<T> extends Div {

    static final int ROWS_ON_A_PAGE = 25;

    private static final int NARROW_PIXELS = 700;
    private static final String BY_AMOUNT = "amount";

    /** Reads rows from the database. */
    interface Rows<T> {

        /** Those from an offset on, at most so many. */
        List<T> read(MoneyOrder order, int offset, int limit);
    }

    private final Grid<T> grid = new Grid<>();
    private final Function<T, Component> card;
    private final Function<T, String> addressOf;
    private @Nullable Page<T> page;
    private @Nullable Boolean narrow;

    private record Page<T>(int number, int total, Rows<T> rows, Function<Integer, String> address) {

        int first() {
            return number * ROWS_ON_A_PAGE;
        }

        int size() {
            return Math.clamp(total - (long) first(), 0, ROWS_ON_A_PAGE);
        }
    }

    /**
     * @param name what it lists, for screen readers
     * @param card a row in two lines
     * @param addressOf where a row leads; empty if nowhere
     */
    DeskList(String name, Function<T, Component> card, Function<T, String> addressOf) {
        this.card = card;
        this.addressOf = addressOf;
        addClassName("desk-list");
        grid.setAriaLabel(name);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> open(addressOf.apply(click.getItem())));
    }

    /** Adds a column of words. */
    DeskList<T> words(String header, Function<T, String> words) {
        grid.addColumn(words::apply).setHeader(header).setAutoWidth(true);
        return this;
    }

    /** Adds a column of figures, by which the database can sort. */
    DeskList<T> amounts(String header, Function<T, String> figures) {
        figures(header, figures).setSortProperty(BY_AMOUNT).setSortable(true);
        return this;
    }

    /** Adds a column of figures. */
    DeskList<T> plainAmounts(String header, Function<T, String> figures) {
        figures(header, figures);
        return this;
    }

    /** Adds a column of times, by which the database can sort. */
    DeskList<T> times(String header, Function<T, String> time) {
        figures(header, time).setSortProperty("at").setSortable(true);
        return this;
    }

    /** Adds a column of any form that takes the room which the others leave. */
    DeskList<T> parts(String header, Function<T, Component> part) {
        grid.addComponentColumn(part::apply).setHeader(header).setAutoWidth(true).setFlexGrow(1);
        return this;
    }

    /** Marks the rows that are open beside the list. */
    DeskList<T> marking(Function<T, Boolean> isOpen) {
        grid.setPartNameGenerator(row -> isOpen.apply(row) ? "open-row" : null);
        return this;
    }

    /**
     * Shows one page.
     *
     * @param number from 0
     * @param total how many rows all pages have
     * @param address of a page
     */
    void show(int number, int total, Rows<T> rows, Function<Integer, String> address) {
        page = new Page<>(number, total, rows, address);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        var resizing = page.addBrowserWindowResizeListener(resized -> adapt(resized.getWidth()));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private Grid.Column<T> figures(String header, Function<T, String> figures) {
        return grid.addColumn(figures::apply)
                .setHeader(header)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> "figures");
    }

    private void adapt(int width) {
        var isNarrow = width > 0 && width < NARROW_PIXELS;
        if (narrow == null || narrow != isNarrow) {
            narrow = isNarrow;
            draw();
        }
    }

    private void draw() {
        var shown = page;
        if (shown == null) {
            return;
        }
        if (narrow == null) {
            narrow = isNarrow(UI.getCurrent());
        }
        removeAll();
        add(
                narrow ? cards(shown) : table(shown),
                new DeskPages(
                        shown.first(),
                        shown.size(),
                        shown.total(),
                        ROWS_ON_A_PAGE,
                        shown.address()));
    }

    private static boolean isNarrow(UI ui) {
        var details = ui.getPage().getExtendedClientDetails();
        var width = details.getWindowInnerWidth();
        return width > 0 && width < NARROW_PIXELS;
    }

    private Component table(Page<T> shown) {
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                shown
                                        .rows()
                                        .read(
                                                order(query),
                                                shown.first() + query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> {
                            query.getOffset();
                            query.getLimit();
                            return shown.size();
                        }));
        return grid;
    }

    private Component cards(Page<T> shown) {
        var list = new UnorderedList();
        list.addClassName("desk-cards");
        for (var row : shown.rows().read(MoneyOrder.NEWEST, shown.first(), shown.size())) {
            var address = addressOf.apply(row);
            var content = card.apply(row);
            list.add(new ListItem(address.isEmpty() ? content : new Anchor(address, content)));
        }
        return list;
    }

    private static MoneyOrder order(Query<?, ?> query) {
        for (var sort : query.getSortOrders()) {
            var isDown = sort.getDirection() == SortDirection.DESCENDING;
            if (sort.getSorted().equals(BY_AMOUNT)) {
                return isDown ? MoneyOrder.LARGEST : MoneyOrder.SMALLEST;
            }
            return isDown ? MoneyOrder.NEWEST : MoneyOrder.OLDEST;
        }
        return MoneyOrder.NEWEST;
    }

    private static void open(String address) {
        if (!address.isEmpty()) {
            UI.getCurrent().navigate(address);
        }
    }
}
