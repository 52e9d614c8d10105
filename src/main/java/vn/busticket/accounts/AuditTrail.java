package vn.busticket.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/** Reads the audit log, the newest first. */
@Component
@Transactional(readOnly = true)
public class AuditTrail {

    private static final String WANTED =
            """
              from audit_log l
              left join account a on a.id = l.account_id
             where (cardinality(:beginnings) = 0
                    or exists (select from unnest(:beginnings) as beginning where starts_with(l.action, beginning)))
               and (:search = ''
                    or starts_with(lower(l.subject), :search)
                    or starts_with(lower(l.action), :search)
                    or a.email = :search)
            """;

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many deeds there are.
     *
     * @param search the beginning of a subject or of a deed's name, or the e-mail address of who
     *     did it; empty for all
     * @param part empty for all
     */
    public int count(String search, Optional<AuditPart> part) {
        return wanted("select count(*)" + WANTED, search, part).query(Integer.class).single();
    }

    /** Some of the deeds that {@link #count} counts. */
    public List<AuditEntry> page(String search, Optional<AuditPart> part, int offset, int limit) {
        return wanted(
                        """
                        select l.id, l.at, l.account_id, a.full_name, l.action, l.subject, l.reason,
                               l.detail::text as detail
                        """
                                + WANTED
                                + """
                                 order by l.at desc, l.id desc
                                offset :offset
                                 limit :limit
                                """,
                        search,
                        part)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private JdbcClient.StatementSpec wanted(String sql, String search, Optional<AuditPart> part) {
        return database.sql(sql)
                .param("search", search.strip().toLowerCase(Locale.ROOT))
                .param(
                        "beginnings",
                        part.map(AuditPart::beginnings).orElse(List.of()).toArray(String[]::new));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                SqlTime.instant(row, "at"),
                Optional.ofNullable(row.getObject("account_id", Long.class)).map(AccountId::new),
                Optional.ofNullable(row.getString("full_name")),
                row.getString("action"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("reason")),
                row.getString("detail"));
    }
}
