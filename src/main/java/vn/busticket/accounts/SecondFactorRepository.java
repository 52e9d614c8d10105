package vn.busticket.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** Stored second factors; their secrets are sealed. */
@Repository
class SecondFactorRepository {

    private static final int BATCH = 100;

    private final JdbcClient database;
    private final DataSeal seal;

    SecondFactorRepository(JdbcClient database, DataSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** A recovery code that was not used. */
    record Recovery(long id, String hash) {}

    boolean exists(AccountId account) {
        return database.sql("select exists (select from second_factor where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    Optional<TotpSecret> secret(AccountId account) {
        return database.sql("select secret from second_factor where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .map(sealed -> new TotpSecret(seal.open(sealed, place(account))));
    }

    /**
     * Stores the factor of an administrator who has none.
     *
     * @param step the one whose code confirmed it
     * @return false for everybody else
     */
    boolean insert(AccountId account, TotpSecret secret, long step, Instant now) {
        return database.sql(
                                """
                                insert into second_factor (account_id, secret, last_step, enrolled_at)
                                select id, :secret, :step, :now
                                  from account
                                 where id = :account and role = 'ADMINISTRATOR'
                                on conflict do nothing
                                """)
                        .param("account", account.value())
                        .param("secret", seal.seal(secret.text(), place(account)))
                        .param("step", step)
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    /** Takes the code of a step; false if that or a later one was taken, on whatever node. */
    boolean take(AccountId account, long step) {
        return database.sql(
                                """
                                update second_factor
                                   set last_step = :step
                                 where account_id = :account and last_step < :step
                                """)
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void insertRecovery(AccountId account, String hash) {
        database.sql(
                        """
                        insert into second_factor_recovery (account_id, code_hash)
                        values (:account, :hash)
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .update();
    }

    List<Recovery> unusedRecovery(AccountId account) {
        return database.sql(
                        """
                        select id, code_hash
                          from second_factor_recovery
                         where account_id = :account and used_at is null
                         order by id
                        """)
                .param("account", account.value())
                .query((row, number) -> new Recovery(row.getLong("id"), row.getString("code_hash")))
                .list();
    }

    /** Uses a recovery code up; false if somebody else just did. */
    boolean useRecovery(Recovery code, Instant now) {
        return database.sql(
                                """
                                update second_factor_recovery
                                   set used_at = :now
                                 where id = :id and used_at is null
                                """)
                        .param("id", code.id())
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    /** Forgets the factor and its recovery codes; false if there is none. */
    boolean delete(AccountId account) {
        return database.sql("delete from second_factor where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Seals some secrets with the current key that are sealed with another; returns how many. */
    int sealAgain() {
        var accounts =
                database.sql(
                                """
                                select account_id
                                  from second_factor
                                 where not starts_with(secret, :current)
                                 order by account_id
                                 limit :batch
                                   for update skip locked
                                """)
                        .param("current", seal.currentPrefix())
                        .param("batch", BATCH)
                        .query((row, number) -> new AccountId(row.getLong("account_id")))
                        .list();
        accounts.forEach(this::sealAgain);
        return accounts.size();
    }

    private void sealAgain(AccountId account) {
        database.sql("update second_factor set secret = :secret where account_id = :account")
                .param("account", account.value())
                .param("secret", seal.seal(secret(account).orElseThrow().text(), place(account)))
                .update();
    }

    private static String place(AccountId account) {
        return "second factor " + account.value();
    }
}
