package vn.busticket.accounts;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
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

    private static final String LOOKED = "personal-data.looked-at";
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes down that somebody of the staff looked at somebody's personal data; once within a
     * quarter of an hour, because a screen is often read anew.
     *
     * @param subject whose, for example {@code booking AB12CD34}
     */
    @Transactional
    public void looked(AccountId staff, String subject) {
        var now = clock.instant();
        var isKnown =
                jdbc.sql(
                                """
                                select exists (select from audit_log
                                                where account_id = :account and subject = :subject
                                                  and action = :action and at > :since)
                                """)
                        .param("account", staff.value())
                        .param("subject", subject)
                        .param("action", LOOKED)
                        .param("since", SqlTime.of(now.minus(ONE_LOOK)))
                        .query(Boolean.class)
                        .single();
        if (!isKnown) {
            record(staff, LOOKED, subject, null, Map.of());
        }
    }

    /**
     * Writes down one deed that nobody does without saying why.
     *
     * @param reason not blank
     * @throws IllegalArgumentException without a reason
     */
    @Transactional
    public void recordWithReason(
            AccountId account,
            String action,
            String subject,
            String reason,
            Map<String, ?> detail) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("No reason given for " + action);
        }
        record(account, action, subject, reason.strip(), detail);
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
