package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Sign;

/** How far an export is, in one line that screen readers speak when it changes. */
final class ExportStatus extends Div {

    ExportStatus() {
        addClassName("export-status");
        getElement().setAttribute("role", "status");
    }

    void running(long rows) {
        say(
                Sign.INFO,
                rows == 0
                        ? getTranslation("report.export.begun")
                        : getTranslation("report.export.running", Formats.current().number(rows)));
    }

    void done(String fileName, long rows) {
        say(
                Sign.CHECK,
                rows == 0
                        ? getTranslation("report.export.done", fileName)
                        : getTranslation(
                                "report.export.done.rows",
                                fileName,
                                Formats.current().number(rows)));
    }

    void refused(BusinessRuleViolation refused) {
        say(Sign.ALERT, getTranslation(refused.messageKey(), refused.arguments()));
    }

    void brokenOff() {
        say(Sign.ALERT, getTranslation("report.export.brokenOff"));
    }

    private void say(Sign sign, String words) {
        removeAll();
        add(new Icon(sign), new Span(words));
    }
}
