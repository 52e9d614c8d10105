package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import vn.busticket.scheduling.JobQueries;
import vn.busticket.scheduling.JobStanding;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Tone;

/** When each job of the cluster last began by its time and begins next, and which is late. */
@Service
@Order(21)
class JobsPart implements SystemPart {

    /** As the alert about late jobs has it. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final JobQueries jobs;
    private final Clock clock;

    JobsPart(JobQueries jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Component draw() {
        var now = clock.instant();
        var table =
                new Figures(
                        text("desk.system.jobs"),
                        List.of(text("desk.system.jobs.job"), text("desk.system.jobs.state")),
                        List.of(text("desk.system.jobs.last"), text("desk.system.jobs.next")));
        jobs.all()
                .forEach(job ->
                        table.row(
                                new Span(job.job()),
                                badge(job, now),
                                moment(job.firedAt()),
                                moment(job.nextAt())));
        return new Part(
                text("desk.system.jobs"), new Paragraph(text("desk.system.jobs.what")), table);
    }

    private static Badge badge(JobStanding job, Instant now) {
        if (job.isBroken()) {
            return new Badge(Tone.BAD, text("desk.system.jobs.broken"));
        }
        return job.lateness(now).compareTo(LATE) > 0
                ? new Badge(Tone.WARN, text("desk.system.jobs.late"))
                : new Badge(Tone.OK, text("desk.system.jobs.inTime"));
    }

    private static Span moment(Optional<Instant> moment) {
        return new Span(
                moment.map(instant -> Formats.current().shortDateTime(instant))
                        .orElseGet(() -> text("desk.system.jobs.never")));
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
