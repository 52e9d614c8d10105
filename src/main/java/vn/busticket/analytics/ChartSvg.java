package vn.busticket.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import vn.busticket.analytics.PrintedReport.Drawing;
import vn.busticket.analytics.PrintedReport.Label;

/**
 * Draws charts as SVG for printed pages, in the colours of the style guide: what a browser draws on
 * screen from the same data. Words are no part of the drawing, because they would be set in
 * whatever face the machine has, and it may have none.
 */
final class ChartSvg {

    private static final List<String> COLOURS =
            List.of("#2563c9", "#b86e00", "#0f8f6b", "#9a4ed6", "#5b6b82");
    private static final String INK = "#0b1b33";

    private static final double WIDTH = 570;
    private static final double HEIGHT = 198;
    private static final double LEFT = 40;
    private static final double RIGHT = 560;
    private static final double TOP = 20;
    private static final double BOTTOM = 170;
    private static final int TICKS = 5;
    private static final int MOST_LABELS = 10;
    private static final double COLUMN = 0.64;

    private static final double LABEL = 60;
    private static final double LETTER = 9;
    private static final double RING = 120;
    private static final double PAGE_MILLIMETRES = 178;
    private static final double RING_MILLIMETRES = 38;
    private static final double TOTAL_TOP = 16;

    private final StringBuilder svg = new StringBuilder();
    private final List<Label> labels = new ArrayList<>();
    private final double millimetres;

    /**
     * @param millimetres of one unit of the drawing
     */
    private ChartSvg(double millimetres) {
        this.millimetres = millimetres;
    }

    /** The drawing. */
    static Drawing of(ChartData chart) {
        return switch (chart) {
            case ChartData.OverTime series ->
                    new ChartSvg(PAGE_MILLIMETRES / WIDTH).overTime(series);
            case ChartData.Donut donut -> new ChartSvg(RING_MILLIMETRES / RING).donut(donut);
        };
    }

    private Drawing overTime(ChartData.OverTime series) {
        var axis = Axis.of(series.steps());
        for (var tick = axis.lowest();
                tick <= axis.highest() + axis.step() / 2;
                tick += axis.step()) {
            grid(axis, tick, series.unit());
        }
        var steps = series.steps();
        var wide = (RIGHT - LEFT) / Math.max(1, steps.size());
        for (var index = 0; index < steps.size(); index++) {
            column(axis, steps.get(index), LEFT + wide * index, wide);
        }
        line(axis, steps, wide);
        labels(steps, wide);
        return drawn(WIDTH, HEIGHT);
    }

    private void grid(Axis axis, double tick, String unit) {
        var y = axis.y(tick);
        var isTop = tick + axis.step() / 2 > axis.highest();
        svg.append(
                format(
                        "<line x1=\"%.0f\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e4eaf2\" stroke-width=\"1\"/>",
                        LEFT, RIGHT, y, y));
        label(
                LEFT - 6 - LABEL,
                y - LETTER * 0.75,
                "right",
                axis.label(tick) + (isTop ? " " + unit : ""));
    }

    private void column(Axis axis, ChartData.Step step, double x, double wide) {
        var zero = axis.y(0);
        var y = axis.y(step.value());
        svg.append(
                format(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"%s/>",
                        x + wide * (1 - COLUMN) / 2,
                        Math.min(y, zero),
                        wide * COLUMN,
                        Math.abs(zero - y),
                        COLOURS.getFirst(),
                        step.running() ? " fill-opacity=\"0.5\"" : ""));
    }

    private void line(Axis axis, List<ChartData.Step> steps, double wide) {
        var points = new StringBuilder();
        for (var index = 0; index < steps.size(); index++) {
            var compared = steps.get(index).compared();
            if (compared.isPresent()) {
                var x = LEFT + wide * (index + 0.5);
                points.append(format("%.1f,%.1f ", x, axis.y(compared.get())));
            }
        }
        if (!points.isEmpty()) {
            var where = points.toString().strip();
            svg.append(
                    format(
                            "<polyline points=\"%s\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4.5\"/>"
                                    + "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" stroke-dasharray=\"4 3\"/>",
                            where, where, INK));
        }
    }

    private void labels(List<ChartData.Step> steps, double wide) {
        var every = Math.max(1, Math.ceilDiv(steps.size(), MOST_LABELS));
        for (var index = 0; index < steps.size(); index += every) {
            label(
                    LEFT + wide * (index + 0.5) - LABEL / 2,
                    BOTTOM + 5,
                    "center",
                    steps.get(index).label());
        }
    }

    private Drawing donut(ChartData.Donut donut) {
        var whole = donut.parts().stream().mapToDouble(ChartData.Part::value).sum();
        var from = 0.0;
        for (var index = 0; index < donut.parts().size() && whole > 0; index++) {
            var share = Math.max(0, donut.parts().get(index).value()) / whole;
            svg.append(arc(from, share, colour(index)));
            from += share;
        }
        labels.add(new Label(0, TOTAL_TOP, RING_MILLIMETRES, "center", true, donut.total()));
        return drawn(RING, RING);
    }

    /**
     * A part of the ring; a whole one is drawn as two halves, because an arc cannot be a circle.
     */
    private static String arc(double from, double share, String colour) {
        if (share > 0.999) {
            return arc(from, 0.5, colour) + arc(from + 0.5, 0.499, colour);
        }
        var start = 2 * Math.PI * from;
        var end = 2 * Math.PI * (from + share);
        return format(
                "<path d=\"M%.2f %.2f A46 46 0 %d 1 %.2f %.2f\" fill=\"none\" stroke=\"%s\" stroke-width=\"18\"/>",
                60 + 46 * Math.sin(start),
                60 - 46 * Math.cos(start),
                share > 0.5 ? 1 : 0,
                60 + 46 * Math.sin(end),
                60 - 46 * Math.cos(end),
                colour);
    }

    /** The colour of a part in the order of a ring. */
    static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private Drawing drawn(double width, double height) {
        var begun =
                format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\" height=\"%.1fmm\" viewBox=\"0 0 %.0f %.0f\">",
                        width * millimetres, height * millimetres, width, height);
        return new Drawing(
                begun + svg + "</svg>", width * millimetres, height * millimetres, labels);
    }

    private void label(double x, double y, String align, String words) {
        labels.add(
                new Label(
                        x * millimetres,
                        y * millimetres,
                        LABEL * millimetres,
                        align,
                        false,
                        words));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /**
     * The scale beside the columns: round numbers, zero among them.
     *
     * @param step between two lines
     */
    private record Axis(double lowest, double highest, double step) {

        static Axis of(List<ChartData.Step> steps) {
            var most = Math.max(0, values(steps).max().orElse(0));
            var least = Math.min(0, values(steps).min().orElse(0));
            var step = round((most - least) / TICKS);
            return new Axis(
                    Math.floor(least / step) * step,
                    Math.max(step, Math.ceil(most / step) * step),
                    step);
        }

        private static DoubleStream values(List<ChartData.Step> steps) {
            return steps.stream()
                    .flatMapToDouble(step ->
                            DoubleStream.concat(
                                    DoubleStream.of(step.value()),
                                    step.compared().stream().mapToDouble(Double::doubleValue)));
        }

        /** The next of 1, 2, 2.5, 5, 10, 20 … */
        private static double round(double atLeast) {
            if (atLeast <= 0) {
                return 1;
            }
            var power = Math.pow(10, Math.floor(Math.log10(atLeast)));
            OptionalDouble fitting =
                    DoubleStream.of(1, 2, 2.5, 5, 10)
                            .map(factor -> factor * power)
                            .filter(one -> one >= atLeast * 0.999_999)
                            .findFirst();
            return fitting.orElse(10 * power);
        }

        double y(double value) {
            return BOTTOM - (value - lowest) / (highest - lowest) * (BOTTOM - TOP);
        }

        String label(double tick) {
            var rounded = Math.round(tick * 100) / 100.0;
            return rounded == Math.rint(rounded)
                    ? Long.toString((long) rounded).replace('-', '−')
                    : Double.toString(rounded).replace('-', '−');
        }
    }
}
