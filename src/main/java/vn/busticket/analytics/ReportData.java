package vn.busticket.analytics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.DataSubject;
import vn.busticket.accounts.PersonalData;
import vn.busticket.shared.SqlTime;

/** Which reports go to a person, and which a person has set up. */
@Component
class ReportData implements PersonalData {

    private final JdbcClient database;
    private final Clock clock;

    ReportData(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<Map<String, Object>> of(DataSubject person) {
        return database.sql(
                        """
                        select s.kind, s.cadence, s.created_at, s.account_id = :account as is_owner,
                               exists (select from report_recipient r
                                        where r.schedule_id = s.id and r.address = :email) as is_reader
                          from report_schedule s
                         where s.account_id = :account
                            or s.id in (select schedule_id from report_recipient where address = :email)
                         order by s.id
                        """)
                .param("account", person.account().value())
                .param("email", person.email().value())
                .query((row, _) ->
                        Map.<String, Object>of(
                                "kind", row.getString("kind"),
                                "cadence", row.getString("cadence"),
                                "at", SqlTime.instant(row, "created_at"),
                                "owner", row.getBoolean("is_owner"),
                                "reader", row.getBoolean("is_reader")))
                .list();
    }

    @Override
    public Optional<String> stillNeededFor(DataSubject person) {
        return Optional.empty();
    }

    @Override
    public void erase(DataSubject person) {
        for (var forgetting :
                List.of(
                        """
                        update report_schedule
                           set stopped_at = :now, stopped_because = 'NO_RIGHT', next_due_at = null
                         where account_id = :account and stopped_at is null
                        """,
                        """
                        update report_recipient
                           set address = 'erased@busticket.invalid', stopped_at = coalesce(stopped_at, :now)
                         where address = :email
                        """)) {
            database.sql(forgetting)
                    .param("account", person.account().value())
                    .param("email", person.email().value())
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        }
    }
}
