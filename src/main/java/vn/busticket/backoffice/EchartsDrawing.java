package vn.busticket.backoffice;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.busticket.analytics.ChartAxis;
import vn.busticket.analytics.ChartData;

/** What the browser needs to know of a picture, in the words of {@code charts.js}. */
final class EchartsDrawing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EchartsDrawing() {}

    static ObjectNode of(ChartData chart, List<String> axis) {
        return switch (chart) {
            case ChartData.OverTime overTime -> columns(overTime, axis);
            case ChartData.Donut donut -> ring(donut);
        };
    }

    private static ObjectNode columns(ChartData.OverTime chart, List<String> axis) {
        var lines = ChartAxis.of(chart);
        var drawing = JSON.createObjectNode().put("kind", "columns");
        drawing.put("left", ChartRenderer.LEFT);
        drawing.put("right", ChartRenderer.RIGHT);
        drawing.put("top", ChartRenderer.TOP);
        drawing.put("bottom", ChartRenderer.BOTTOM);
        drawing.put("step", lines.step()).put("highest", lines.top());
        var numbers = drawing.putArray("axis");
        axis.forEach(numbers::add);
        var steps = drawing.putArray("steps");
        var rooms = StepNames.rooms(chart.steps());
        for (var number = 0; number < rooms.size(); number++) {
            var step = chart.steps().get(number);
            var one = steps.addObject().put("label", step.label()).put("value", step.value());
            one.put("room", rooms.get(number));
            step.compared().ifPresent(before -> one.put("compared", before));
            if (step.running()) {
                one.put("running", true);
            }
            if (step.emphasised()) {
                one.put("emphasised", true);
            }
        }
        return drawing;
    }

    private static ObjectNode ring(ChartData.Donut chart) {
        var drawing = JSON.createObjectNode().put("kind", "ring");
        var parts = drawing.putArray("parts");
        for (var part : chart.parts()) {
            parts.addObject().put("name", part.name()).put("value", part.value());
        }
        return drawing;
    }
}
