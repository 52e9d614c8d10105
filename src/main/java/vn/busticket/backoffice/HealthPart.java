package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import vn.busticket.operations.HealthReport;
import vn.busticket.operations.PartHealth;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Tone;

/** How each thing is that the product stands on, as the node sees it that draws the screen. */
@Service
@Order(20)
class HealthPart implements SystemPart {

    private final HealthReport report;

    HealthPart(HealthReport report) {
        this.report = report;
    }

    @Override
    public Component draw() {
        var facts = new Facts();
        facts.addClassName("desk-facts");
        report.parts()
                .forEach(part ->
                        facts.with(text("desk.system.health." + part.name()), badge(part.state())));
        return new Part(
                text("desk.system.health"), new Paragraph(text("desk.system.health.what")), facts);
    }

    private static Badge badge(PartHealth.State state) {
        var tone =
                switch (state) {
                    case UP -> Tone.OK;
                    case DEGRADED -> Tone.WARN;
                    case DOWN -> Tone.BAD;
                    case UNKNOWN -> Tone.NEUTRAL;
                };
        return new Badge(tone, text("desk.system.health.state." + state.name()));
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
