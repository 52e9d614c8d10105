package vn.busticket.accounts;

import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.shared.SqlTime;

/** Who did which sensitive thing, when and why; written in the transaction of the deed itself. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes down one deed.
     *
     * @param account who did it, null for the system itself
     * @param action what was done, for example {@code booking.cancelled-by-staff}
     * @param subject what it was done to, for example {@code booking AB12CD34}
     * @param reason the words of the one who did it, null where none is asked for
     * @param detail values before and after; no secrets, no account numbers
     */
    @Transactional
    public void record(
            @Nullable AccountId account,
            String action,
            String subject,
            @Nullable String reason,
            Map<String, ?> detail) {
        jdbc.sql(
                        """
                        insert into audit_log (at, account_id, action, subject, reason, detail)
                        values (:now, :account, :action, :subject, :reason, cast(:detail as jsonb))
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("action", action)
                .param("subject", subject)
                .param("reason", reason, Types.VARCHAR)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
