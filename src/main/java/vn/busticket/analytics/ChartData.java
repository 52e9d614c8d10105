package vn.busticket.analytics;

import java.util.List;
import java.util.Optional;

/**
 * A picture before it is drawn, in words of one language: screens draw it in the browser, documents
 * as SVG. Series in the style guide's order of colours.
 */
public sealed interface ChartData {

    /** One visible sentence made from the data: highest, lowest, how many above the comparison. */
    String summary();

    /**
     * Columns over time with an optional line of comparison.
     *
     * @param unit once at the top of the axis
     */
    record OverTime(String summary, String unit, List<Step> steps) implements ChartData {}

    /**
     * One column.
     *
     * @param label on the axis
     * @param title in the tooltip
     * @param text the value in words
     * @param running hatched, because it still grows
     * @param emphasised its label is bold
     */
    record Step(
            String label,
            String title,
            double value,
            String text,
            Optional<Double> compared,
            Optional<String> comparedTitle,
            Optional<String> comparedText,
            Optional<String> change,
            boolean running,
            boolean emphasised) {}

    /** At most five parts of a whole, with the total in the middle. */
    record Donut(String summary, String total, String unit, List<Part> parts)
            implements ChartData {}

    /** One part; the share is written in the list. */
    record Part(String name, double value, String text, String share) {}
}
