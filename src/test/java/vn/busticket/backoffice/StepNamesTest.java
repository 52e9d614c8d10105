package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.analytics.ChartData.Step;

/** No name below a column stands over another, on a phone as on a desk. */
@Tag("P9.1")
class StepNamesTest {

    private static final int DAYS = 28;
    private static final IntPredicate NONE = number -> false;
    private static final IntPredicate FRIDAYS = number -> number % 7 == 3;

    @Test
    void fridaysAreNamedFirstAndTwoDaysBetweenThemWhereThereIsRoom() {
        var days = steps(DAYS, "27/11", FRIDAYS);

        assertThat(named(days, 36)).containsExactly(0, 3, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26);
        assertThat(named(days, 20)).containsExactly(3, 10, 17, 24);
        assertThat(named(days, 5)).containsExactly(3, 17);
    }

    @Test
    void stepsWithoutEmphasisAreNamedAsDenselyAsTheirLengthAllows() {
        assertThat(named(steps(8, "30+", NONE), 40)).hasSize(8);
        assertThat(named(steps(12, "Th 11/26", NONE), 40)).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(named(steps(12, "Th 11/26", NONE), 20)).containsExactly(0, 4, 8);
    }

    @Test
    void noNameReachesIntoTheNextOne() {
        for (var isEmphasised : List.of(NONE, FRIDAYS)) {
            for (var count : List.of(1, 12, DAYS, 366)) {
                var steps = steps(count, "27/11", isEmphasised);
                for (var room = 1; room < 100; room++) {
                    var shown = named(steps, room);
                    for (var next = 1; next < shown.size(); next++) {
                        assertThat((shown.get(next) - shown.get(next - 1)) * room)
                                .isGreaterThanOrEqualTo("27/11".length() * 8);
                    }
                }
            }
        }
    }

    private static List<Integer> named(List<Step> steps, int room) {
        var rooms = StepNames.rooms(steps);
        return IntStream.range(0, rooms.size())
                .filter(number -> rooms.get(number) <= room)
                .boxed()
                .toList();
    }

    private static List<Step> steps(int count, String label, IntPredicate isEmphasised) {
        return IntStream.range(0, count)
                .mapToObj(number -> step(label, isEmphasised.test(number)))
                .toList();
    }

    private static Step step(String label, boolean emphasised) {
        return new Step(
                label,
                "",
                1,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                emphasised);
    }
}
