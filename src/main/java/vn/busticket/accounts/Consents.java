package vn.busticket.accounts;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;

/**
 * Who agreed that an account keeps their data, and to which wording. Buying needs no consent, being
 * what was asked for; there is no other purpose.
 */
@Component
public class Consents {

    /** The wording that is shown beside the button which makes an account; changes with it. */
    public static final String TEXT_VERSION = "2026-11";

    private final JdbcClient database;

    Consents(JdbcClient database) {
        this.database = database;
    }

    /** Writes down that the person of an account agreed just now; the first time stands. */
    void give(AccountId account, Instant now) {
        database.sql(
                        """
                        insert into consent (account_id, text_version, agreed_at)
                        values (:account, :version, :now)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("version", TEXT_VERSION)
                .param("now", SqlTime.of(now))
                .update();
    }
}
