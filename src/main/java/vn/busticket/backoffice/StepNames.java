package vn.busticket.backoffice;

import java.util.List;
import java.util.stream.IntStream;
import vn.busticket.analytics.ChartData.Step;

/**
 * Which columns carry their names, whoever draws them: the emphasised ones first, two between them
 * where there is room, else every second, fourth, eighth, so that none stands over another.
 */
final class StepNames {

    /** Wider than any column is. */
    static final int NEVER = 10_000;

    private static final int SIGN = 8;
    private static final int GAP = 8;
    private static final int WEEK = 7;

    private final List<Step> steps;
    private final int name;
    private final int first;

    private StepNames(List<Step> steps) {
        this.steps = steps;
        name = GAP + SIGN * steps.stream().mapToInt(step -> step.label().length()).max().orElse(0);
        first =
                IntStream.range(0, steps.size())
                        .filter(number -> steps.get(number).emphasised())
                        .findFirst()
                        .orElse(-1);
    }

    /** For each step, how many pixels a step must have for its name to be written. */
    static List<Integer> rooms(List<Step> steps) {
        var names = new StepNames(steps);
        return IntStream.range(0, steps.size()).mapToObj(names::room).toList();
    }

    private int room(int number) {
        if (first < 0) {
            return thinned(number, 1);
        }
        var day = Math.floorMod(number - first, WEEK);
        if (day == 0) {
            return thinned((number - first) / WEEK, WEEK);
        }
        return day == 2 || day == 4 ? Math.ceilDiv(name, 2) : NEVER;
    }

    /** Every second, every fourth: the highest power of two that goes into the number. */
    private int thinned(int number, int apart) {
        return number == 0 ? 0 : Math.ceilDiv(name, apart * Integer.lowestOneBit(number));
    }
}
