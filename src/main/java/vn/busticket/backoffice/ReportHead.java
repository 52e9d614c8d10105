package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import vn.busticket.shared.VietnamTime;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What a report is about, when its figures were counted, and what can be done with it. */
final class ReportHead extends Div {

    private final Span counted = new Span();
    private final Span news = new Span();

    /**
     * @param actions what can be done with the report
     */
    ReportHead(String title, String scope, Component... actions) {
        addClassName("desk-title");
        var line = new Paragraph(new Span(scope + " · "), counted, news);
        line.addClassName("muted");
        news.addClassName("report-news");
        news.getElement().setAttribute("role", "status");
        add(new Div(new H1(title), line), Markup.div("desk-actions", actions));
    }

    /** Says when the figures on the screen were counted. */
    void asOf(Instant instant) {
        var formats = Formats.current();
        counted.setText(
                getTranslation(
                        "analytics.asOf",
                        formats.time(instant),
                        ReportSteps.day(VietnamTime.dayOf(instant))));
        news.setText("");
    }

    /** Says that there are newer figures than those on the screen. */
    void tellNews() {
        news.setText(" · " + getTranslation("analytics.news"));
    }
}
