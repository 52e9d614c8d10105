package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.busticket.ui.Markup;

/** The shape of a report whose figures are still being read. */
final class ReportSkeleton extends Div {

    private static final List<Integer> COLUMNS =
            List.of(55, 50, 62, 38, 30, 34, 44, 70, 64, 66, 40, 32);

    ReportSkeleton() {
        addClassName("desk-stack");
        getElement().setAttribute("aria-busy", "true");
        var said = new Paragraph(getTranslation("analytics.loading"));
        said.addClassName("hidden");
        said.getElement().setAttribute("role", "status");
        var strip = Markup.div("desk-figures report-figures");
        for (var figure = 0; figure < 7; figure++) {
            strip.add(new Div(bar("60%", "0.9em"), bar("90%", "1.6em"), bar("40%", "0.9em")));
        }
        var columns = Markup.div("report-waiting");
        COLUMNS.forEach(height -> columns.add(bar("100%", height + "%")));
        var chart = Markup.div("desk-part", bar("30%", "1em"), bar("70%", "1em"), columns);
        for (var shape : List.of(strip, chart)) {
            shape.getElement().setAttribute("aria-hidden", "true");
        }
        add(said, strip, chart);
    }

    private static Div bar(String width, String height) {
        var bar = Markup.div("skeleton");
        bar.setWidth(width);
        bar.setHeight(height);
        return bar;
    }
}
