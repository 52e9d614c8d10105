package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** A bar in a table, linear from 0, with a tick where the compared period was. */
final class ReportBar extends Div {

    private static final double WHOLE = 100;

    /**
     * @param value how long it is
     * @param compared where the tick is
     * @param longest what fills the whole width
     */
    ReportBar(double value, Optional<Double> compared, double longest) {
        addClassName("report-bar");
        getElement().setAttribute("aria-hidden", "true");
        var bar = new Span();
        bar.addClassName("filled");
        bar.getStyle().set("width", width(value, longest));
        add(bar);
        compared.ifPresent(before -> {
            var tick = new Span();
            tick.addClassName("tick");
            tick.getStyle().set("left", width(before, longest));
            add(tick);
        });
    }

    /** Narrower, for a table beside another. */
    ReportBar thin() {
        addClassName("thin");
        return this;
    }

    /** In grey, for the sum of many small ones. */
    ReportBar ofOthers() {
        addClassName("others");
        return this;
    }

    /** In green, for what is finished. */
    ReportBar done() {
        addClassName("done");
        return this;
    }

    private static String width(double value, double longest) {
        var share = longest <= 0 ? 0 : Math.clamp(value / longest, 0, 1);
        return String.format(Locale.ROOT, "%.1f%%", share * WHOLE);
    }
}
