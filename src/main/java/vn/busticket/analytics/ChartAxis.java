package vn.busticket.analytics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines behind the columns of a picture: from 0 up in at most five equal steps of a round size.
 *
 * @param step between two lines, in the picture's unit
 * @param steps how many, at least one
 */
public record ChartAxis(double step, int steps) {

    private static final int MOST_STEPS = 5;
    private static final List<Double> ROUND = List.of(1.0, 2.0, 2.5, 5.0, 10.0);

    /** The axis that reaches just over the highest value; values below 0 are cut off. */
    public static ChartAxis of(double highest) {
        return of(highest, false);
    }

    /**
     * The axis for all columns and, where there is a comparison, all points of its line; what has
     * no unit is counted, and its lines are whole numbers.
     */
    public static ChartAxis of(ChartData.OverTime chart) {
        var highest =
                chart.steps().stream()
                        .mapToDouble(one -> Math.max(one.value(), one.compared().orElse(0.0)))
                        .max()
                        .orElse(0);
        return of(highest, chart.unit().isEmpty());
    }

    private static ChartAxis of(double highest, boolean isCounted) {
        if (!(highest > 0)) {
            return new ChartAxis(1, 1);
        }
        var power = Math.pow(10, Math.floor(Math.log10(highest / MOST_STEPS)));
        var step =
                ROUND.stream()
                        .map(size -> size * power)
                        .filter(size -> size * MOST_STEPS >= highest)
                        .filter(size -> !isCounted || size == Math.rint(size))
                        .findFirst()
                        .orElse(10 * power);
        return new ChartAxis(step, (int) Math.ceil(highest / step));
    }

    /** Where the highest line is. */
    public double top() {
        return step * steps;
    }

    /** Where the lines are, from 0 to the top. */
    public List<Double> lines() {
        return IntStream.rangeClosed(0, steps).mapToObj(number -> number * step).toList();
    }
}
