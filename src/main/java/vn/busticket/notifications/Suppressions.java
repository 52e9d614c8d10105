package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/**
 * The addresses that mail comes back from. What came back for good stops all mail to the address
 * until staff lift that; what may pass is only counted.
 */
@Component
@Transactional
public class Suppressions {

    private static final Logger log = LoggerFactory.getLogger(Suppressions.class);
    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    Suppressions(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why an address takes no mail; empty if it does. */
    @Transactional(readOnly = true)
    public Optional<Suppression> find(String address) {
        return database.sql(
                        """
                        select address, reason, source, detail, since, count, delays
                          from suppression
                         where address = :address and since is not null and lifted_at is null
                        """)
                .param("address", EmailAddress.normalized(address))
                .query((row, number) -> suppression(row))
                .optional();
    }

    /** Some of those whose address contains a text, the latest first. */
    @Transactional(readOnly = true)
    public List<Suppression> page(String text, int offset, int limit) {
        return database.sql(
                        """
                        select address, reason, source, detail, since, count, delays
                          from suppression
                         where since is not null and lifted_at is null and position(:text in address) > 0
                         order by since desc, address
                         limit :limit offset :offset
                        """)
                .param("text", EmailAddress.normalized(text))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> suppression(row))
                .list();
    }

    /** How many have an address that contains a text. */
    @Transactional(readOnly = true)
    public int count(String text) {
        return database.sql(
                        """
                        select count(*)
                          from suppression
                         where since is not null and lifted_at is null and position(:text in address) > 0
                        """)
                .param("text", EmailAddress.normalized(text))
                .query(Integer.class)
                .single();
    }

    /**
     * Lets mail go to an address again; does nothing if it does already. SendGrid is asked to
     * forget the address too, by its job.
     *
     * @param reason the words of the one who does it
     */
    public void lift(String address, AccountId by, String reason) {
        var lifted =
                database.sql(
                                """
                                update suppression
                                   set lifted_at = :now
                                 where address = :address and since is not null and lifted_at is null
                                """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("address", EmailAddress.normalized(address))
                        .update();
        if (lifted > 0) {
            audit.record(
                    by,
                    "address.mail-allowed-again",
                    "address " + EmailAddress.normalized(address),
                    reason,
                    Map.of());
        }
    }

    /** Mail to an address came back for good. */
    void returned(
            String address,
            SuppressionReason reason,
            SuppressionSource source,
            @Nullable String detail,
            Instant at) {
        database.sql(
                        """
                        insert into suppression (address, reason, source, detail, since, count, last_at)
                        values (:address, :reason, :source, :detail, :at, 1, :at)
                        on conflict (address) do update
                           set reason = excluded.reason, source = excluded.source, detail = excluded.detail,
                               since = case when suppression.lifted_at is null
                                            then coalesce(suppression.since, excluded.since)
                                            else excluded.since end,
                               count = suppression.count + 1, last_at = excluded.last_at, lifted_at = null
                        """)
                .param("address", EmailAddress.normalized(address))
                .param("reason", reason.name())
                .param("source", source.name())
                .param("detail", oneLine(detail), Types.VARCHAR)
                .param("at", SqlTime.of(at))
                .update();
        log.info("mail returned for good reason={} source={}", reason, source);
    }

    /** Mail to an address is late, or came back for a reason that may pass. */
    void delayed(String address, SuppressionSource source, @Nullable String detail, Instant at) {
        database.sql(
                        """
                        insert into suppression (address, source, detail, delays, last_at)
                        values (:address, :source, :detail, 1, :at)
                        on conflict (address) do update
                           set delays = suppression.delays + 1, last_at = excluded.last_at
                        """)
                .param("address", EmailAddress.normalized(address))
                .param("source", source.name())
                .param("detail", oneLine(detail), Types.VARCHAR)
                .param("at", SqlTime.of(at))
                .update();
    }

    private static @Nullable String oneLine(@Nullable String detail) {
        if (detail == null) {
            return null;
        }
        var line = detail.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_DETAIL));
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                row.getString("address"),
                SuppressionReason.valueOf(row.getString("reason")),
                SuppressionSource.valueOf(row.getString("source")),
                Optional.ofNullable(row.getString("detail")),
                SqlTime.instant(row, "since"),
                row.getInt("count"),
                row.getInt("delays"));
    }
}
