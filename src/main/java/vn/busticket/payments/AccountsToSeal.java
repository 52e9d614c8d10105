package vn.busticket.payments;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.DataSeal;

/**
 * Accounts that are not sealed with the current key: of payers, of refunds, and where payouts were
 * ordered to go. Once there are none, the key before is needed no longer.
 */
@Repository
class AccountsToSeal {

    private static final int BATCH = 100;

    private static final String PAYERS =
            """
            select id, gateway, reference, payer_account_number, payer_name
              from bank_transaction
             where payer_account_number is not null
                   and not starts_with(payer_account_number, :current)
                or btrim(payer_name) <> '' and not starts_with(payer_name, :current)
             order by id
             limit :batch
               for update skip locked
            """;

    private static final String REFUNDS =
            """
            select id, token, bank_bin, account_number, account_holder
              from refund_case
             where account_number is not null and not starts_with(account_number, :current)
             order by id
             limit :batch
               for update skip locked
            """;

    private static final String PAYOUTS =
            """
            select p.id, c.token, p.bank_bin, p.account_number, p.account_holder
              from refund_payout p
              join refund_case c on c.id = p.refund_case_id
             where p.account_number is not null and not starts_with(p.account_number, :current)
             order by p.id
             limit :batch
               for update of p skip locked
            """;

    private final JdbcClient database;
    private final DataSeal seal;
    private final PayerAccounts payers;
    private final RefundAccounts refunds;

    AccountsToSeal(
            JdbcClient database, DataSeal seal, PayerAccounts payers, RefundAccounts refunds) {
        this.database = database;
        this.seal = seal;
        this.payers = payers;
        this.refunds = refunds;
    }

    /** Seals a batch of each kind; returns how many accounts that were. */
    @Transactional
    int sealSome() {
        RowMapper<Again> refund =
                (row, number) -> {
                    var sealed = refunds.sealedAgain(row);
                    return new Again(row.getLong("id"), sealed.number(), sealed.holder());
                };
        return sealSome(
                        PAYERS,
                        """
                        update bank_transaction
                           set payer_account_number = :number, payer_name = :name
                         where id = :id
                        """,
                        (row, number) ->
                                new Again(
                                        row.getLong("id"),
                                        payers.sealedAgain(row),
                                        payers.sealedNameAgain(row)))
                + sealSome(
                        REFUNDS,
                        """
                        update refund_case
                           set account_number = :number, account_holder = :name
                         where id = :id
                        """,
                        refund)
                + sealSome(
                        PAYOUTS,
                        """
                        update refund_payout
                           set account_number = :number, account_holder = :name
                         where id = :id
                        """,
                        refund);
    }

    private int sealSome(String select, String update, RowMapper<Again> sealing) {
        var rows =
                database.sql(select)
                        .param("current", seal.currentPrefix())
                        .param("batch", BATCH)
                        .query(sealing)
                        .list();
        for (var row : rows) {
            database.sql(update)
                    .param("id", row.id())
                    .param("number", row.number(), Types.VARCHAR)
                    .param("name", row.name(), Types.VARCHAR)
                    .update();
        }
        return rows.size();
    }

    private record Again(long id, @Nullable String number, @Nullable String name) {}
}
