package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.busticket.analytics.ChartAxis;
import vn.busticket.analytics.ChartData;

/** Whoever draws, draws what it is given; in the profile vaadin-charts this runs against both. */
@Tag("P9.1")
class ChartRendererTest {

    private static final String PACKAGE = "vn.busticket.backoffice.";

    @ParameterizedTest
    @MethodSource("renderers")
    void columnsAndTheirComparisonAreDrawn(ChartRenderer renderer) {
        var chart = new ChartData.OverTime("", "tr", List.of(step(1.5, 2.0), step(2.5, 1.0)));

        var picture = renderer.draw(chart, List.of("0", "1", "2", "3 tr"));

        assertThat(picture.getElement().getClassList()).contains("chart-picture");
        assertThat(ChartAxis.of(chart).lines()).hasSizeLessThanOrEqualTo(6);
        assertThat(renderer.product()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void aSeriesWithoutComparisonOrStepsIsDrawnToo(ChartRenderer renderer) {
        assertThat(drawn(renderer, new ChartData.OverTime("", "", List.of()))).isTrue();
        assertThat(drawn(renderer, new ChartData.OverTime("", "", List.of(step(3))))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void aRingIsDrawn(ChartRenderer renderer) {
        var parts =
                List.of(
                        new ChartData.Part("Giường nằm", 70, "70 ₫", "70,0%"),
                        new ChartData.Part("<b>Limousine</b>", 30, "30 ₫", "30,0%"));
        assertThat(drawn(renderer, new ChartData.Donut("", "100 ₫", "", parts))).isTrue();
    }

    private static boolean drawn(ChartRenderer renderer, ChartData chart) {
        Component picture = renderer.draw(chart, List.of("0", "1"));
        return picture.getElement().getClassList().contains("chart-picture");
    }

    private static Stream<ChartRenderer> renderers() {
        return Stream.of("EchartsRenderer", "VaadinChartsRenderer")
                .flatMap(name -> renderer(name).stream());
    }

    private static Optional<ChartRenderer> renderer(String name) {
        try {
            var constructor = Class.forName(PACKAGE + name).getDeclaredConstructor();
            return Optional.of((ChartRenderer) constructor.newInstance());
        } catch (ClassNotFoundException notInThisBuild) {
            return Optional.empty();
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }

    private static ChartData.Step step(double value) {
        return step(value, Optional.empty());
    }

    private static ChartData.Step step(double value, double compared) {
        return step(value, Optional.of(compared));
    }

    private static ChartData.Step step(double value, Optional<Double> compared) {
        var words = compared.map(Object::toString);
        return new ChartData.Step(
                "27/11", "Th 6", value, "", compared, words, words, words, true, true);
    }
}
