package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.busticket.analytics.ReportRun;
import vn.busticket.analytics.ReportRunId;
import vn.busticket.analytics.ReportSchedule;
import vn.busticket.notifications.NotificationState;
import vn.busticket.shared.EmailAddress;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** The reports that somebody has sent by themselves, with their last times, and a way to stop. */
final class ScheduleList extends Div {

    private final ReportDesk desk;

    ScheduleList(ReportDesk desk) {
        this.desk = desk;
        addClassName("desk-stack");
        show();
    }

    private void show() {
        removeAll();
        var mine = desk.mine();
        var sent =
                desk.sent(
                        mine.stream()
                                .flatMap(one -> one.runs().stream())
                                .map(ReportRun::id)
                                .toList());
        if (mine.isEmpty()) {
            add(new Paragraph(getTranslation("report.schedule.none")));
        }
        mine.forEach(one -> add(card(one, sent)));
    }

    private Component card(
            ReportSchedule schedule, Map<ReportRunId, List<NotificationState>> sent) {
        var plan = schedule.plan();
        var name =
                getTranslation(
                        "report.schedule.name",
                        getTranslation("report.title." + plan.kind()),
                        getTranslation("report.schedule.cadence." + plan.cadence()),
                        "%02d:00".formatted(plan.hour()));
        var head = Markup.div("schedule-head", Markup.element("b", name), state(schedule));
        var card =
                Markup.div(
                        "desk-part schedule-card",
                        head,
                        Markup.element(
                                "p",
                                getTranslation(
                                        "report.schedule.what",
                                        getTranslation("report.schedule.period." + plan.period()),
                                        plan.recipients().stream()
                                                .map(EmailAddress::value)
                                                .collect(Collectors.joining(", ")))));
        if (schedule.unsubscribed() > 0) {
            card.add(
                    Markup.element(
                            "p",
                            getTranslation(
                                    "report.schedule.unsubscribed", schedule.unsubscribed())));
        }
        card.add(runs(name, schedule.runs(), sent));
        if (schedule.stoppedBecause().isEmpty()) {
            card.add(
                    new ActionButton(
                            Look.PLAIN,
                            getTranslation("report.schedule.stop"),
                            () -> stop(schedule)));
        }
        return card;
    }

    private Component state(ReportSchedule schedule) {
        return schedule.nextDueAt()
                .map(at ->
                        new Badge(
                                Tone.OK,
                                getTranslation(
                                        "report.schedule.next", Formats.current().dateTime(at))))
                .orElseGet(() ->
                        new Badge(
                                Tone.NEUTRAL,
                                getTranslation(
                                        "report.schedule.stopped."
                                                + schedule.stoppedBecause().orElseThrow())));
    }

    private Component runs(
            String name, List<ReportRun> runs, Map<ReportRunId, List<NotificationState>> sent) {
        if (runs.isEmpty()) {
            return Markup.span("muted", getTranslation("report.schedule.noRun"));
        }
        var table =
                new Figures(
                        getTranslation("report.schedule.runs", name),
                        List.of(
                                getTranslation("report.schedule.run.due"),
                                getTranslation("report.schedule.run.days")),
                        List.of(getTranslation("report.schedule.run.sent")));
        var formats = Formats.current();
        for (var run : runs) {
            table.row(
                    new Span(formats.dateTime(run.dueAt())),
                    new Span(
                            run.days().from().equals(run.days().to())
                                    ? formats.date(run.days().from())
                                    : formats.date(run.days().from())
                                            + " – "
                                            + formats.date(run.days().to())),
                    sent(sent.getOrDefault(run.id(), List.of())));
        }
        return table;
    }

    private Component sent(List<NotificationState> states) {
        var arrived = states.stream().filter(NotificationState.SENT::equals).count();
        var isWaiting = states.contains(NotificationState.QUEUED);
        var tone = isWaiting ? Tone.INFO : arrived == states.size() ? Tone.OK : Tone.WARN;
        return new Badge(tone, getTranslation("report.schedule.run.of", arrived, states.size()));
    }

    private void stop(ReportSchedule schedule) {
        desk.stop(schedule.id());
        show();
    }
}
