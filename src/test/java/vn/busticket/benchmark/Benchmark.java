package vn.busticket.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Collects figures, each beside a floor measured in the same run in turns (A-B-A-B, the median of
 * five), because machines are shared and noisy; prints them as a table.
 */
public final class Benchmark {

    private static final int ROUNDS = 5;

    private final String title;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * One line of the table.
     *
     * @param name what was measured
     * @param unit of floor and ours
     * @param floor what the bare thing reaches here and now
     * @param ours what the product reaches
     * @param reach what it should reach, in words
     */
    public record Figure(String name, String unit, double floor, double ours, String reach) {

        /** Ours as a multiple of the floor. */
        public double ratio() {
            return ours / floor;
        }
    }

    /**
     * @param title headline of the table
     */
    public Benchmark(String title) {
        this.title = title;
    }

    /** Measures floor and ours in turns and notes the median of each. */
    public Figure measure(
            String name, String unit, String reach, DoubleSupplier floor, DoubleSupplier ours) {
        var floors = new double[ROUNDS];
        var measured = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            floors[round] = floor.getAsDouble();
            measured[round] = ours.getAsDouble();
        }
        return note(new Figure(name, unit, median(floors), median(measured), reach));
    }

    /** Notes a figure that was measured elsewhere. */
    public Figure note(Figure figure) {
        figures.add(figure);
        return figure;
    }

    /** Prints the table. */
    public void print() {
        var table = new StringBuilder("\n" + title + "\n");
        table.append(line("what", "unit", "floor", "ours", "ratio", "reach"));
        for (var figure : figures) {
            table.append(
                    line(
                            figure.name(),
                            figure.unit(),
                            number(figure.floor()),
                            number(figure.ours()),
                            number(figure.ratio()),
                            figure.reach()));
        }
        System.out.println(table);
    }

    /** The value below which that share of the sorted or unsorted values lies. */
    public static double percentile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    /** The middle one. */
    static double median(double... values) {
        return percentile(values, 0.5);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    private static String line(
            String name, String unit, String floor, String ours, String ratio, String reach) {
        return String.format(
                Locale.ROOT,
                "%-52s %-6s %10s %10s %8s  %s%n",
                name,
                unit,
                floor,
                ours,
                ratio,
                reach);
    }
}
