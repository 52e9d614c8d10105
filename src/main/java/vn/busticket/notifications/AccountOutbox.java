package vn.busticket.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/**
 * Takes in what the owner of a mailbox has to be told about an account, in the transaction of its
 * cause, and tells that cause again when the message is written. No link is stored: it follows from
 * the cause and LINK_SECRET.
 */
@Repository
class AccountOutbox {

    private final JdbcClient database;

    AccountOutbox(JdbcClient database) {
        this.database = database;
    }

    /**
     * Queues an e-mail; never two for one and the same cause.
     *
     * @param time tells apart what may have to be said again
     */
    void queue(
            NotificationKind kind,
            AccountId account,
            AccountCause cause,
            Instant time,
            Instant now) {
        database.sql(
                        """
                        insert into notification
                               (kind, channel, account_id, account_email, account_generation, link_expires_at,
                                dedupe_key, state, created_at, next_attempt_at)
                        values (:kind, 'EMAIL', :account, :email, :generation, :expires, :key, 'QUEUED', :now,
                                :now)
                        on conflict (dedupe_key) do nothing
                        """)
                .param("kind", kind.name())
                .param("account", account.value())
                .param("email", cause.email().value())
                .param("generation", cause.generation())
                .param(
                        "expires",
                        cause.linkExpires() == null ? null : SqlTime.of(cause.linkExpires()))
                .param("key", key(kind, account, cause, time))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** The cause of an account message. */
    Optional<AccountCause> causeOf(Claimed message) {
        return database.sql(
                        """
                        select account_email, account_generation, link_expires_at
                          from notification
                         where id = :id and account_id is not null
                        """)
                .param("id", message.id())
                .query((row, number) -> cause(row))
                .optional();
    }

    private static AccountCause cause(ResultSet row) throws SQLException {
        return new AccountCause(
                new EmailAddress(row.getString("account_email")),
                row.getObject("account_generation", Integer.class),
                SqlTime.optionalInstant(row, "link_expires_at").orElse(null));
    }

    private static String key(
            NotificationKind kind, AccountId account, AccountCause cause, Instant time) {
        return "%s:%d:%s:%d"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        account.value(),
                        cause.email().value(),
                        time.toEpochMilli());
    }
}
