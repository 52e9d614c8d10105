package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Locale;

/** The course of a few numbers as a small line; the newest ends in a dot. */
@Tag("span")
final class Sparkline extends Component {

    private static final double WIDTH = 68;
    private static final double HEIGHT = 18;
    private static final double EDGE = 2;

    /**
     * @param numbers the oldest first
     */
    Sparkline(List<Long> numbers) {
        getElement().getClassList().add("sparkline");
        getElement().setAttribute("aria-hidden", "true");
        if (numbers.size() > 1) {
            getElement().setProperty("innerHTML", drawing(numbers));
        }
    }

    private static String drawing(List<Long> numbers) {
        var highest = Math.max(1, numbers.stream().mapToLong(one -> one).max().orElse(1));
        var points = new StringBuilder();
        var x = 0.0;
        var y = 0.0;
        for (var number = 0; number < numbers.size(); number++) {
            x = EDGE + WIDTH * number / (numbers.size() - 1);
            y = EDGE + HEIGHT - HEIGHT * numbers.get(number) / highest;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return String.format(
                Locale.ROOT,
                "<svg width=\"72\" height=\"22\" viewBox=\"0 0 72 22\"><polyline points=\"%s\"/>"
                        + "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/></svg>",
                points.toString().strip(),
                x,
                y);
    }
}
