package vn.busticket.backoffice;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Supplier;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Sign;

/** Has what a screen of figures shows sent by itself: "Gửi định kỳ". */
final class ScheduledReportsDialog {

    private final DecisionDialog dialog;
    private final ReportDesk desk;
    private final ScheduleForm form;

    private ScheduledReportsDialog(ReportDesk desk, ReportRequest shown) {
        this.desk = desk;
        this.form = new ScheduleForm(desk, shown);
        dialog = new DecisionDialog(words("report.schedule"), words("report.schedule.consequence"));
        dialog.setWidth("min(720px, 100%)");
        dialog.with(form)
                .with(new H3(words("report.schedule.mine")))
                .with(new ScheduleList(desk))
                .checking(form::isComplete);
    }

    /**
     * The button that opens it.
     *
     * @param shown what the screen shows, asked when it opens
     */
    static ActionButton button(ReportDesk desk, Supplier<ReportRequest> shown) {
        return new ActionButton(
                        Look.PLAIN,
                        words("report.schedule"),
                        () -> new ScheduledReportsDialog(desk, shown.get()).open())
                .with(Sign.BELL);
    }

    private void open() {
        dialog.offer(
                Look.PRIMARY,
                words("report.schedule.do"),
                () -> desk.setUp(form.plan()),
                () -> DecisionDialog.done(words("report.schedule.done")));
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
