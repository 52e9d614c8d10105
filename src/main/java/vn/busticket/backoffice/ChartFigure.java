package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import vn.busticket.analytics.ChartAxis;
import vn.busticket.analytics.ChartData;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/**
 * A chart with all that people need who do not see it or do not trust it: one sentence, the same
 * for screen readers, and over columns a cursor with what the table says. Whoever draws it, this
 * stays.
 */
final class ChartFigure extends Div {

    static final String SCRIPT = "frontend-theme/charts.js";

    /** A figure that nobody can pick a step of. */
    static final Consumer<Integer> NOWHERE = number -> {};

    private ChartFigure(ChartData chart, String spoken) {
        addClassName("chart");
        var sentence = new Paragraph(chart.summary());
        sentence.addClassName("chart-summary");
        add(sentence);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", spoken);
    }

    /**
     * Columns over time.
     *
     * @param name what the chart shows, with its total, for screen readers
     * @param step what one column stands for: a day
     * @param picked is told the number of the column that somebody wants to know more about
     */
    static ChartFigure columns(
            ChartRenderer renderer,
            ChartData.OverTime chart,
            String name,
            String step,
            Consumer<Integer> picked) {
        var figure = new ChartFigure(chart, name + ". " + chart.summary());
        var plot =
                Markup.div(
                        "chart-plot",
                        renderer.draw(chart, axis(chart)),
                        new ChartCursor(step, chart.steps(), picked));
        plot.getStyle()
                .set("--chart-left", ChartRenderer.LEFT + "px")
                .set("--chart-right", ChartRenderer.RIGHT + "px")
                .set("--chart-top", ChartRenderer.TOP + "px")
                .set("--chart-bottom", ChartRenderer.BOTTOM + "px");
        figure.add(plot);
        return figure;
    }

    /** A ring, without the list of its parts, which belongs beside it. */
    static ChartFigure ring(ChartRenderer renderer, ChartData.Donut chart) {
        var figure = new ChartFigure(chart, chart.summary());
        var middle =
                Markup.div(
                        "chart-middle",
                        Markup.element("b", chart.total()),
                        Markup.element("span", chart.unit()));
        var ring = Markup.div("chart-ring", renderer.draw(chart, List.of()), middle);
        ring.getElement().setAttribute("aria-hidden", "true");
        figure.add(ring);
        return figure;
    }

    /** The numbers at the lines, without zeros, with the unit at the highest. */
    static List<String> axis(ChartData.OverTime chart) {
        var formats = Formats.current();
        var lines = ChartAxis.of(chart).lines();
        return lines.stream()
                .map(line -> {
                    var isHighest = line.equals(lines.getLast());
                    var number = formats.decimal(line, 3);
                    return isHighest && !chart.unit().isEmpty()
                            ? number + "\u00a0" + chart.unit()
                            : number;
                })
                .toList();
    }
}
