package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.busticket.analytics.ChartData.Step;

/**
 * Goes over the columns of a chart by mouse, finger or arrow keys and says each; Escape puts the
 * words away, Enter and click pick the column. Screen readers know it as a slider.
 */
@Tag("busticket-chart-cursor")
final class ChartCursor extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Step> steps;

    /**
     * @param step what one column stands for
     * @param picked is told its number, from 0
     */
    ChartCursor(String step, List<Step> steps, Consumer<Integer> picked) {
        this.steps = List.copyOf(steps);
        var element = getElement();
        element.setAttribute("role", "slider");
        element.setAttribute("tabindex", "0");
        element.setAttribute("aria-label", step);
        element.setAttribute("aria-valuemin", "0");
        element.setAttribute("aria-valuemax", Integer.toString(Math.max(0, steps.size() - 1)));
        element.setAttribute("aria-valuenow", Integer.toString(Math.max(0, steps.size() - 1)));
        addListener(
                StepPicked.class,
                event -> {
                    if (event.number >= 0 && event.number < this.steps.size()) {
                        picked.accept(event.number);
                    }
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(ChartFigure.SCRIPT);
        if (!steps.isEmpty()) {
            getElement().executeJs("this.show($0)", points());
        }
    }

    private ArrayNode points() {
        var points = JSON.createArrayNode();
        for (var step : steps) {
            var point = points.addObject().put("title", step.title());
            var rows = point.putArray("rows");
            rows.addArray()
                    .add(
                            getTranslation(
                                    step.running()
                                            ? "analytics.chart.running"
                                            : "analytics.chart.now"))
                    .add(step.text());
            step.comparedTitle()
                    .ifPresent(title ->
                            rows.addArray().add(title).add(step.comparedText().orElse("–")));
            step.change()
                    .ifPresent(change ->
                            rows.addArray().add(getTranslation("analytics.change")).add(change));
        }
        return points;
    }

    /** Somebody wants to know more about a column. */
    @DomEvent("step-picked")
    public static class StepPicked extends ComponentEvent<ChartCursor> {

        private final int number;

        /** Built by Vaadin. */
        public StepPicked(
                ChartCursor source, boolean fromClient, @EventData("event.detail") int number) {
            super(source, fromClient);
            this.number = number;
        }
    }
}
