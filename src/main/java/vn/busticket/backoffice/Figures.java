package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import vn.busticket.ui.Markup;

/** A short table with a head, in a frame that scrolls sideways where it must. */
final class Figures extends Div {

    private final HtmlContainer body = Markup.element("tbody");
    private final HtmlContainer table;
    private final int columns;

    /**
     * @param name what it tells, for screen readers
     * @param words the heads of columns of words
     * @param figures the heads of the columns of figures that follow
     */
    Figures(String name, List<String> words, List<String> figures) {
        addClassName("desk-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        columns = words.size();
        var heads = Markup.element("tr");
        words.forEach(word -> heads.add(head(word, false)));
        figures.forEach(word -> heads.add(head(word, true)));
        table = Markup.element("table", Markup.element("thead", heads), body);
        table.addClassName("desk-table");
        add(table);
    }

    /** Adds a row: words first, then figures. */
    Figures row(Component... cells) {
        body.add(cells("td", cells));
        return this;
    }

    /** Adds the last row, which sums up. */
    Figures sum(Component... cells) {
        table.add(Markup.element("tfoot", cells("td", cells)));
        return this;
    }

    private HtmlContainer cells(String tag, Component... cells) {
        var row = Markup.element("tr");
        for (var number = 0; number < cells.length; number++) {
            var cell = Markup.element(tag, cells[number]);
            if (number >= columns) {
                cell.addClassName("num");
            }
            row.add(cell);
        }
        return row;
    }

    private static HtmlContainer head(String words, boolean isFigures) {
        var head = Markup.element("th", words);
        head.getElement().setAttribute("scope", "col");
        if (isFigures) {
            head.addClassName("num");
        }
        return head;
    }
}
