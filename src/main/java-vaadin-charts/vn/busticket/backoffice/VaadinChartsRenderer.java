package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsColumn;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.PlotOptionsPie;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.analytics.ChartAxis;
import vn.busticket.analytics.ChartData;

/**
 * Vaadin Charts, a commercial product: compiled in the profile {@code vaadin-charts} only, and then
 * it draws. Its colours are those of the class {@code chart-picture} in {@code charts.css}.
 */
@Service
@Primary
class VaadinChartsRenderer implements ChartRenderer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double GAP_BESIDE_A_COLUMN = 0.17;

    @Override
    public String product() {
        return "Vaadin Charts";
    }

    @Override
    public String reasonKey() {
        return "desk.system.charts.vaadin";
    }

    @Override
    public Component draw(ChartData chart, List<String> axis) {
        var picture =
                switch (chart) {
                    case ChartData.OverTime overTime -> columns(overTime, axis);
                    case ChartData.Donut donut -> ring(donut);
                };
        picture.addClassName("chart-picture");
        picture.getElement().setAttribute("drawn", true);
        return picture;
    }

    private static Chart columns(ChartData.OverTime chart, List<String> axis) {
        var picture = new Chart(ChartType.COLUMN);
        var configuration = bare(picture);
        configuration
                .getChart()
                .setMargin(ChartRenderer.TOP, 0, ChartRenderer.BOTTOM, ChartRenderer.LEFT);
        scale(configuration, ChartAxis.of(chart), axis);
        names(configuration, chart);
        configuration.addSeries(values(chart));
        if (chart.steps().stream().anyMatch(step -> step.compared().isPresent())) {
            configuration.addSeries(before(chart, "chart-halo"));
            configuration.addSeries(before(chart, "chart-before"));
        }
        return picture;
    }

    private static void scale(Configuration configuration, ChartAxis lines, List<String> axis) {
        var scale = configuration.getyAxis();
        scale.setTitle("");
        scale.setMin(0);
        scale.setMax(lines.top());
        scale.setTickInterval(lines.step());
        scale.setEndOnTick(false);
        scale.getLabels()
                .setFormatter(
                        "function() { return %s[Math.round(this.value / %s)]; }"
                                .formatted(JSON.writeValueAsString(axis), lines.step()));
    }

    private static void names(Configuration configuration, ChartData.OverTime chart) {
        var names = configuration.getxAxis();
        names.setCategories(
                chart.steps().stream()
                        .map(step ->
                                step.emphasised() ? "<b>" + step.label() + "</b>" : step.label())
                        .toArray(String[]::new));
        names.setTickLength(0);
        names.setLineWidth(0);
        names.getLabels().setRotation(0);
    }

    private static DataSeries values(ChartData.OverTime chart) {
        var values = new DataSeries();
        for (var number = 0; number < chart.steps().size(); number++) {
            var step = chart.steps().get(number);
            var item = new DataSeriesItem(number, Math.max(0, step.value()));
            if (step.running()) {
                item.setClassName("chart-running");
            }
            values.add(item);
        }
        var look = new PlotOptionsColumn();
        look.setPointPadding(GAP_BESIDE_A_COLUMN);
        look.setGroupPadding(0);
        look.setBorderRadius(0);
        look.setAnimation(false);
        look.setEnableMouseTracking(false);
        values.setPlotOptions(look);
        return values;
    }

    private static DataSeries before(ChartData.OverTime chart, String className) {
        var line = new DataSeries();
        for (var number = 0; number < chart.steps().size(); number++) {
            var before = chart.steps().get(number).compared();
            if (before.isPresent()) {
                line.add(new DataSeriesItem(number, before.get()));
            }
        }
        var look = new PlotOptionsLine();
        look.setClassName(className);
        look.setMarker(new Marker(false));
        look.setAnimation(false);
        look.setEnableMouseTracking(false);
        line.setPlotOptions(look);
        return line;
    }

    private static Chart ring(ChartData.Donut chart) {
        var picture = new Chart(ChartType.PIE);
        var configuration = bare(picture);
        configuration.getChart().setMargin(0, 0, 0, 0);
        var parts = new DataSeries();
        chart.parts().forEach(part -> parts.add(new DataSeriesItem(part.name(), part.value())));
        var look = new PlotOptionsPie();
        look.setInnerSize("62%");
        look.setSize("98%");
        look.getDataLabels().setEnabled(false);
        look.setAnimation(false);
        look.setEnableMouseTracking(false);
        parts.setPlotOptions(look);
        configuration.addSeries(parts);
        return picture;
    }

    /** Without the library's own title, legend, tooltip and menu: those are ours. */
    private static Configuration bare(Chart picture) {
        var configuration = picture.getConfiguration();
        configuration.setTitle("");
        configuration.getChart().setStyledMode(true);
        configuration.getChart().setAnimation(false);
        configuration.getLegend().setEnabled(false);
        configuration.getTooltip().setEnabled(false);
        configuration.getExporting().setEnabled(false);
        configuration.getAccessibility().setEnabled(false);
        return configuration;
    }
}
