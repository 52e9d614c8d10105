package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.util.Optional;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** Figures that could not be read: what is safe, and two ways on. */
final class ReportFailure extends Div {

    /**
     * @param reference stands in the log beside the cause
     * @param last when the figures were counted that are still at hand
     * @param again reads once more
     * @param back shows those figures
     */
    ReportFailure(String reference, Optional<Instant> last, Command again, Command back) {
        addClassNames("desk-part", "desk-empty");
        getElement().setAttribute("role", "alert");
        var ways =
                Markup.div(
                        "desk-actions report-ways",
                        new ActionButton(Look.PRIMARY, getTranslation("analytics.again"), again));
        var time = last.map(Formats.current()::time);
        time.ifPresent(at ->
                ways.add(
                        new ActionButton(
                                Look.PLAIN, getTranslation("analytics.failed.last", at), back)));
        add(
                new Badge(Tone.BAD, getTranslation("analytics.failed.badge")),
                new H2(getTranslation("analytics.failed")),
                new Paragraph(getTranslation("analytics.failed.safe")),
                ways,
                new Paragraph(getTranslation("analytics.failed.reference", reference)));
    }
}
