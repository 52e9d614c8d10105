package vn.busticket.analytics;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/** What a report that is due says, at the moment when its mail is written. */
@Component
public class ReportSending {

    private final JdbcClient database;
    private final ReportScheduleRepository schedules;
    private final ReportReaders readers;
    private final ReportScopes scopes;
    private final ReportFiles files;

    ReportSending(
            JdbcClient database,
            ReportScheduleRepository schedules,
            ReportReaders readers,
            ReportScopes scopes,
            ReportFiles files) {
        this.database = database;
        this.schedules = schedules;
        this.readers = readers;
        this.scopes = scopes;
        this.files = files;
    }

    /**
     * The report for one reader; empty if this reader does not want it any more, or its owner may
     * not see such figures any more.
     */
    @Transactional(readOnly = true)
    public Optional<DueReport> find(ReportRunId run, ReportRecipientId reader) {
        var to = readers.wanting(reader);
        var schedule = scheduleOf(run).flatMap(schedules::find);
        if (to.isEmpty() || schedule.isEmpty()) {
            return Optional.empty();
        }
        try {
            var scope = scopes.of(schedule.get().owner());
            var plan = schedule.get().plan();
            return Optional.of(due(plan, plan.request(days(run), scope), to.get()));
        } catch (FiguresOfOthers notAnyMore) {
            return Optional.empty();
        }
    }

    private DueReport due(ReportPlan plan, ReportRequest request, EmailAddress to) {
        return new DueReport(
                plan,
                files.page(request, Optional.empty()),
                request,
                plan.formats().stream().sorted().toList(),
                to);
    }

    /** A file of it, in memory; for the formats that a plan allows. */
    public byte[] file(DueReport report, ExportFormat format) {
        return files.bytes(report.request(), format);
    }

    private Optional<ReportScheduleId> scheduleOf(ReportRunId run) {
        return database.sql("select schedule_id from report_run where id = :id")
                .param("id", run.value())
                .query((row, _) -> new ReportScheduleId(row.getLong("schedule_id")))
                .optional();
    }

    private Period days(ReportRunId run) {
        return database.sql("select from_day, to_day from report_run where id = :id")
                .param("id", run.value())
                .query((row, _) ->
                        new Period(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)))
                .single();
    }
}
