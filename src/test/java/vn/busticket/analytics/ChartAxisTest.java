package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The axis of every chart begins at 0 and has few lines of round numbers. */
@Tag("P9.1")
class ChartAxisTest {

    @Test
    void linesAreRound() {
        assertThat(ChartAxis.of(454.1).lines())
                .containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
        assertThat(ChartAxis.of(9.02).lines()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    }

    @Test
    void whatIsCountedHasNoHalves() {
        assertThat(ChartAxis.of(counts(2)).lines()).containsExactly(0.0, 1.0, 2.0);
        assertThat(ChartAxis.of(counts(12)).lines()).containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(ChartAxis.of(counts(0)).lines()).containsExactly(0.0, 1.0);
    }

    @Property(tries = 200)
    void everythingFitsBelowTheTop(@ForAll @DoubleRange(min = 0.01, max = 1e9) double highest) {
        var axis = ChartAxis.of(highest);
        assertThat(axis.top()).isGreaterThanOrEqualTo(highest);
        assertThat(axis.lines()).hasSizeBetween(2, 6);
        assertThat(highest).isGreaterThan(axis.top() / 4);
    }

    private static ChartData.OverTime counts(double highest) {
        var none = Optional.<String>empty();
        return new ChartData.OverTime(
                "",
                "",
                List.of(
                        new ChartData.Step(
                                "",
                                "",
                                highest,
                                "",
                                Optional.empty(),
                                none,
                                none,
                                none,
                                false,
                                false)));
    }
}
