package vn.busticket.notifications;

import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/**
 * Takes in what the owner of a mailbox has to be told about an account, in the transaction of its
 * cause. No link is stored: it follows from the cause and LINK_SECRET when the message is written.
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
    void queue(NotificationKind kind, AccountCause cause, Instant time, Instant now) {
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
                .param("account", cause.account().value())
                .param("email", cause.email().value())
                .param("generation", cause.generation())
                .param(
                        "expires",
                        cause.linkExpires() == null ? null : SqlTime.of(cause.linkExpires()))
                .param("key", key(kind, cause, time))
                .param("now", SqlTime.of(now))
                .update();
    }

    private static String key(NotificationKind kind, AccountCause cause, Instant time) {
        return "%s:%d:%s:%d"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        cause.account().value(),
                        cause.email().value(),
                        time.toEpochMilli());
    }
}
