package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import vn.busticket.ui.Facts;

/** Who draws the charts, why, and how to switch. */
@Service
@Order(1)
class ChartsPart implements SystemPart {

    private final ChartRenderer renderer;

    ChartsPart(ChartRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Component draw() {
        var facts =
                new Facts()
                        .with(text("desk.system.charts.by"), renderer.product())
                        .with(text("desk.system.charts.why"), text(renderer.reasonKey()))
                        .with(text("desk.system.charts.how"), text("desk.system.charts.how.words"));
        facts.addClassName("desk-facts");
        return new Part(text("desk.system.charts"), facts);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
