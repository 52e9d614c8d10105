package vn.busticket.backoffice;

import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/**
 * From where Vaadin's build finds the script of Vaadin Charts: it follows screens and listeners like
 * this one, and no screen names the renderer.
 */
@Uses(Chart.class)
class ChartFiles implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // Nothing is to be done at start.
    }
}
