package vn.busticket.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.analytics.ReportSchedule.StopCause;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.SqlTime;

/** Keeps reports that are sent by themselves, their readers and their times. */
@Repository
class ReportScheduleRepository {

    private static final String SELECT =
            """
            select s.id, s.account_id, s.kind, s.cadence, s.hour, s.period, s.grain, s.comparison, s.route_id,
                   s.operator_id, s.bus_type_id, s.ordered_by, s.descending, s.language, s.formats, s.next_due_at,
                   s.stopped_because,
                   array(select r.address from report_recipient r
                          where r.schedule_id = s.id and r.stopped_at is null order by r.id) as addresses,
                   (select count(*) from report_recipient r
                     where r.schedule_id = s.id and r.stopped_at is not null) as unsubscribed
              from report_schedule s
            """;

    private final JdbcClient database;

    ReportScheduleRepository(JdbcClient database) {
        this.database = database;
    }

    ReportScheduleId insert(AccountId owner, ReportPlan plan, Instant now) {
        var id =
                database.sql(
                                """
                                insert into report_schedule
                                       (account_id, kind, cadence, hour, period, grain, comparison, route_id, operator_id,
                                        bus_type_id, ordered_by, descending, language, formats, created_at, next_due_at)
                                values (:account, :kind, :cadence, :hour, :period, :grain, :comparison, :route, :operator,
                                        :busType, :orderedBy, :descending, :language, :formats, :now, :due)
                                returning id
                                """)
                        .param("account", owner.value())
                        .param("kind", plan.kind().name())
                        .param("cadence", plan.cadence().name())
                        .param("hour", plan.hour())
                        .param("period", plan.period().name())
                        .param("grain", plan.grain().name())
                        .param("comparison", plan.comparison().name())
                        .param("route", plan.chosen().get(Dimension.ROUTE), Types.BIGINT)
                        .param("operator", plan.chosen().get(Dimension.OPERATOR), Types.BIGINT)
                        .param("busType", plan.chosen().get(Dimension.BUS_TYPE), Types.BIGINT)
                        .param("orderedBy", plan.order().by().name())
                        .param("descending", plan.order().descending())
                        .param("language", plan.language().name())
                        .param("formats", names(plan.formats()))
                        .param("now", SqlTime.of(now))
                        .param("due", SqlTime.of(plan.cadence().next(now, plan.hour())))
                        .query(Long.class)
                        .single();
        insertRecipients(id, plan.recipients());
        return new ReportScheduleId(id);
    }

    private void insertRecipients(long schedule, List<EmailAddress> recipients) {
        database.sql(
                        """
                        insert into report_recipient (schedule_id, address)
                        select :schedule, address from unnest(cast(:addresses as text[])) as address
                        """)
                .param("schedule", schedule)
                .param(
                        "addresses",
                        recipients.stream().map(EmailAddress::value).toArray(String[]::new))
                .update();
    }

    /** What somebody has set up that still goes on, and what stopped lately; the newest first. */
    List<ReportSchedule> of(AccountId owner, Instant stoppedSince) {
        return database.sql(
                        SELECT
                                + """
                                 where s.account_id = :account and (s.stopped_at is null or s.stopped_at > :since)
                                 order by s.id desc
                                """)
                .param("account", owner.value())
                .param("since", SqlTime.of(stoppedSince))
                .query((row, _) -> schedule(row))
                .list();
    }

    /** One of them, locked against others until the transaction ends. */
    Optional<ReportSchedule> lock(ReportScheduleId id) {
        return database.sql(SELECT + " where s.id = :id for update of s")
                .param("id", id.value())
                .query((row, _) -> schedule(row))
                .optional();
    }

    /** One of them as it is. */
    Optional<ReportSchedule> find(ReportScheduleId id) {
        return database.sql(SELECT + " where s.id = :id")
                .param("id", id.value())
                .query((row, _) -> schedule(row))
                .optional();
    }

    /** The one that has been due for longest and that no other node is at. */
    Optional<ReportSchedule> lockNextDue(Instant now) {
        return database.sql(
                        SELECT
                                + """
                                 where s.next_due_at <= :now
                                 order by s.next_due_at, s.id
                                 limit 1
                                   for update of s skip locked
                                """)
                .param("now", SqlTime.of(now))
                .query((row, _) -> schedule(row))
                .optional();
    }

    /** How many of somebody's go on. */
    int count(AccountId owner) {
        return database.sql(
                        """
                        select count(*) from report_schedule
                         where account_id = :account and stopped_at is null
                        """)
                .param("account", owner.value())
                .query(Integer.class)
                .single();
    }

    void stop(ReportScheduleId id, StopCause cause, Instant now) {
        database.sql(
                        """
                        update report_schedule
                           set stopped_at = :now, stopped_because = :cause, next_due_at = null
                         where id = :id and stopped_at is null
                        """)
                .param("id", id.value())
                .param("cause", cause.name())
                .param("now", SqlTime.of(now))
                .update();
    }

    void dueNext(ReportScheduleId id, Instant at) {
        database.sql("update report_schedule set next_due_at = :at where id = :id")
                .param("id", id.value())
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Notes one time; empty if it is noted already. */
    Optional<ReportRunId> insertRun(ReportScheduleId id, Instant due, Period days, Instant now) {
        return database.sql(
                        """
                        insert into report_run (schedule_id, due_at, from_day, to_day, told_at)
                        values (:schedule, :due, :from, :to, :now)
                        on conflict on constraint report_run_once do nothing
                        returning id
                        """)
                .param("schedule", id.value())
                .param("due", SqlTime.of(due))
                .param("from", days.from())
                .param("to", days.to())
                .param("now", SqlTime.of(now))
                .query(Long.class)
                .optional()
                .map(ReportRunId::new);
    }

    /** The last times, the latest first. */
    List<ReportRun> runs(ReportScheduleId id, int most) {
        return database.sql(
                        """
                        select id, due_at, from_day, to_day, told_at
                          from report_run
                         where schedule_id = :schedule
                         order by due_at desc
                         limit :most
                        """)
                .param("schedule", id.value())
                .param("most", most)
                .query((row, _) ->
                        new ReportRun(
                                new ReportRunId(row.getLong("id")),
                                SqlTime.instant(row, "due_at"),
                                new Period(
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("to_day", LocalDate.class)),
                                SqlTime.instant(row, "told_at")))
                .list();
    }

    private static ReportSchedule schedule(ResultSet row) throws SQLException {
        return new ReportSchedule(
                new ReportScheduleId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                plan(row),
                row.getInt("unsubscribed"),
                SqlTime.optionalInstant(row, "next_due_at"),
                Optional.ofNullable(row.getString("stopped_because")).map(StopCause::valueOf),
                List.of());
    }

    private static ReportPlan plan(ResultSet row) throws SQLException {
        return new ReportPlan(
                ReportKind.valueOf(row.getString("kind")),
                Cadence.valueOf(row.getString("cadence")),
                row.getInt("hour"),
                RelativePeriod.valueOf(row.getString("period")),
                Grain.valueOf(row.getString("grain")),
                Comparison.valueOf(row.getString("comparison")),
                chosen(row),
                new ReportOrder(
                        ReportOrder.By.valueOf(row.getString("ordered_by")),
                        row.getBoolean("descending")),
                Language.valueOf(row.getString("language")),
                formats((String[]) row.getArray("formats").getArray()),
                Stream.of((String[]) row.getArray("addresses").getArray())
                        .map(EmailAddress::new)
                        .toList());
    }

    private static Map<Dimension, Long> chosen(ResultSet row) throws SQLException {
        var chosen = new EnumMap<Dimension, Long>(Dimension.class);
        for (var column :
                Map.of(
                                Dimension.ROUTE, "route_id",
                                Dimension.OPERATOR, "operator_id",
                                Dimension.BUS_TYPE, "bus_type_id")
                        .entrySet()) {
            var id = row.getObject(column.getValue(), Long.class);
            if (id != null) {
                chosen.put(column.getKey(), id);
            }
        }
        return chosen;
    }

    private static Set<ExportFormat> formats(String... names) {
        var formats = EnumSet.noneOf(ExportFormat.class);
        Stream.of(names).map(ExportFormat::valueOf).forEach(formats::add);
        return formats;
    }

    private static String[] names(Set<ExportFormat> formats) {
        return formats.stream().map(ExportFormat::name).sorted().toArray(String[]::new);
    }
}
