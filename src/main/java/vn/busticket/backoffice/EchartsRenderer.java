package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.busticket.analytics.ChartData;

/** Apache ECharts: free, part of every build, drawn as SVG by {@code frontend-theme/charts.js}. */
@Service
class EchartsRenderer implements ChartRenderer {

    @Override
    public String product() {
        return "Apache ECharts";
    }

    @Override
    public String reasonKey() {
        return "desk.system.charts.echarts";
    }

    @Override
    public Component draw(ChartData chart, List<String> axis) {
        return new EchartsPicture(EchartsDrawing.of(chart, axis));
    }
}
