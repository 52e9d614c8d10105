package vn.busticket.backoffice;

import com.vaadin.flow.component.charts.model.style.Color;
import java.util.List;
import java.util.Map;

/**
 * Stripes of two colours, for what is not over yet: a gradient without a blend that repeats itself,
 * in the words in which Highcharts takes it.
 */
final class HatchedColor implements Color {

    /** From one stripe to the next, along each axis, in pixels. */
    private static final double APART = 5.7;

    private static final double INKED = 0.42;

    @SuppressWarnings("unused") // written out field by field
    private final Map<String, Object> linearGradient =
            Map.of(
                    "x1", 0,
                    "y1", 0,
                    "x2", APART,
                    "y2", APART,
                    "gradientUnits", "userSpaceOnUse",
                    "spreadMethod", "repeat");

    @SuppressWarnings("unused") // written out field by field
    private final List<List<Object>> stops;

    HatchedColor(TokenColor ink, TokenColor ground) {
        stops =
                List.of(
                        List.of(0, ink),
                        List.of(INKED, ink),
                        List.of(INKED, ground),
                        List.of(1, ground));
    }
}
