package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DashStyle;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Labels;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsColumn;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.PlotOptionsPie;
import com.vaadin.flow.component.charts.model.style.Color;
import com.vaadin.flow.component.charts.model.style.SolidColor;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.analytics.ChartAxis;
import vn.busticket.analytics.ChartData;

/**
 * Vaadin Charts, a commercial product: compiled in the profile {@code vaadin-charts} only, and then
 * it draws. Its colours are the tokens themselves, so that they follow light and dark.
 */
@Service
@Primary
class VaadinChartsRenderer implements ChartRenderer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LABEL_BELOW = 17;
    private static final int LABEL_LEFT = -8;
    private static final int HALO = 6;
    private static final double HALO_OPACITY = 0.85;
    private static final double EDGE = 1.5;
    private static final double GAP_BESIDE_A_COLUMN = 0.17;
    private static final double GAP_IN_A_RING = 2.5;
    private static final List<String> PARTS =
            List.of("chart-1", "chart-2", "chart-3", "chart-4", "chart-6");

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
        return switch (chart) {
            case ChartData.OverTime overTime -> columns(overTime, axis);
            case ChartData.Donut donut -> ring(donut);
        };
    }

    private static Chart columns(ChartData.OverTime chart, List<String> axis) {
        var picture = new VaadinChartsPicture(ChartType.COLUMN);
        var configuration = bare(picture);
        configuration
                .getChart()
                .setMargin(ChartRenderer.TOP, ChartRenderer.RIGHT, ChartRenderer.BOTTOM, ChartRenderer.LEFT);
        scale(configuration, ChartAxis.of(chart), axis);
        names(configuration, chart.steps());
        configuration.addSeries(values(chart, false, column(TokenColor.of("chart-1"), 0)));
        configuration.addSeries(
                values(
                        chart,
                        true,
                        column(new HatchedColor(TokenColor.of("chart-1"), TokenColor.of("surface")), EDGE)));
        if (chart.steps().stream().anyMatch(step -> step.compared().isPresent())) {
            configuration.addSeries(halo(chart));
            configuration.addSeries(before(chart));
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
        scale.setGridLineColor(TokenColor.of("line"));
        muted(scale.getLabels());
        scale.getLabels().setX(LABEL_LEFT);
        scale.getLabels()
                .setFormatter(
                        "function() { return %s[Math.round(this.value / %s)]; }"
                                .formatted(JSON.writeValueAsString(axis), lines.step()));
    }

    private static void names(Configuration configuration, List<ChartData.Step> steps) {
        var names = configuration.getxAxis();
        names.setCategories(
                steps.stream().map(VaadinChartsRenderer::name).toArray(String[]::new));
        names.setTickLength(0);
        names.setLineWidth(0);
        names.setTickInterval(1);
        muted(names.getLabels());
        names.getLabels().setRotation(0);
        names.getLabels().setStep(1);
        names.getLabels().setY(LABEL_BELOW);
        names.getLabels()
                .setFormatter(
                        "function() { return this.axis.len / %d < %s[this.pos] ? '' : this.value; }"
                                .formatted(
                                        steps.size(),
                                        JSON.writeValueAsString(StepNames.rooms(steps))));
    }

    private static String name(ChartData.Step step) {
        return step.emphasised()
                ? "<span style=\"color:var(--text);font-weight:600\">" + step.label() + "</span>"
                : step.label();
    }

    private static DataSeries values(
            ChartData.OverTime chart, boolean running, PlotOptionsColumn look) {
        var values = new DataSeries();
        for (var number = 0; number < chart.steps().size(); number++) {
            var step = chart.steps().get(number);
            if (step.running() == running) {
                values.add(new DataSeriesItem(number, Math.max(0, step.value())));
            }
        }
        values.setPlotOptions(look);
        return values;
    }

    private static PlotOptionsColumn column(Color fill, double edge) {
        var look = new PlotOptionsColumn();
        look.setGrouping(false);
        look.setPointPadding(GAP_BESIDE_A_COLUMN);
        look.setGroupPadding(0);
        look.setBorderRadius(0);
        look.setColor(fill);
        look.setBorderColor(TokenColor.of("chart-1"));
        look.setBorderWidth(edge);
        look.setAnimation(false);
        look.setEnableMouseTracking(false);
        return look;
    }

    /** Keeps the line of comparison apart from the columns below it. */
    private static DataSeries halo(ChartData.OverTime chart) {
        var look = line("surface");
        look.setLineWidth(HALO);
        look.setOpacity(HALO_OPACITY);
        return compared(chart, look);
    }

    private static DataSeries before(ChartData.OverTime chart) {
        var look = line("chart-compare");
        look.setLineWidth(2);
        look.setDashStyle(DashStyle.SHORTDASH);
        return compared(chart, look);
    }

    private static DataSeries compared(ChartData.OverTime chart, PlotOptionsLine look) {
        var line = new DataSeries();
        for (var number = 0; number < chart.steps().size(); number++) {
            var before = chart.steps().get(number).compared();
            if (before.isPresent()) {
                line.add(new DataSeriesItem(number, before.get()));
            }
        }
        line.setPlotOptions(look);
        return line;
    }

    private static PlotOptionsLine line(String token) {
        var look = new PlotOptionsLine();
        look.setColor(TokenColor.of(token));
        look.setMarker(new Marker(false));
        look.setAnimation(false);
        look.setEnableMouseTracking(false);
        return look;
    }

    private static Chart ring(ChartData.Donut chart) {
        var picture = new VaadinChartsPicture(ChartType.PIE);
        var configuration = bare(picture);
        configuration.getChart().setMargin(0, 0, 0, 0);
        var parts = new DataSeries();
        for (var number = 0; number < chart.parts().size(); number++) {
            var part = chart.parts().get(number);
            var item = new DataSeriesItem(part.name(), part.value());
            item.setColor(TokenColor.of(PARTS.get(number % PARTS.size())));
            parts.add(item);
        }
        var look = new PlotOptionsPie();
        look.setInnerSize("61%");
        look.setSize("98%");
        look.setSlicedOffset(0);
        look.setBorderColor(TokenColor.of("surface"));
        look.setBorderWidth(GAP_IN_A_RING);
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
        configuration.getChart().setStyledMode(false);
        configuration.getChart().setSpacingLeft(0);
        configuration.getChart().setBackgroundColor(new SolidColor("transparent"));
        configuration.getChart().setAnimation(false);
        configuration.getLegend().setEnabled(false);
        configuration.getTooltip().setEnabled(false);
        configuration.getExporting().setEnabled(false);
        configuration.getAccessibility().setEnabled(false);
        return configuration;
    }

    private static void muted(Labels labels) {
        labels.getStyle().setColor(TokenColor.of("text-muted"));
        labels.getStyle().setFontSize("13px");
        labels.getStyle().setFontFamily("var(--font)");
    }
}
