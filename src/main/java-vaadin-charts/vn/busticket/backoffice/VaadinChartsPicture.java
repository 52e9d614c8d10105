package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.ChartType;

/**
 * One picture. Screen readers pass it by: the words and the table around it say the same, and the
 * drawing has no name of its own.
 */
final class VaadinChartsPicture extends Chart {

    VaadinChartsPicture(ChartType type) {
        super(type);
        addClassName("chart-picture");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("drawn", true);
    }

    /**
     * Draws from scratch: a chart that the browser begins before it hears of a configuration is in
     * styled mode, which passes over all colours and which no later configuration can leave.
     */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        setConfiguration(getConfiguration());
    }
}
