package vn.busticket.payments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that are not sealed with the current key. Once there are none, the key before is needed
 * no longer.
 */
@Repository
class AccountsToSeal {

    private static final int BATCH = 100;

    private final JdbcClient database;
    private final AccountSeal seal;
    private final PayerAccounts payers;
    private final RefundAccounts refunds;

    AccountsToSeal(
            JdbcClient database, AccountSeal seal, PayerAccounts payers, RefundAccounts refunds) {
        this.database = database;
        this.seal = seal;
        this.payers = payers;
        this.refunds = refunds;
    }

    /** Seals a batch; returns how many accounts that were. */
    @Transactional
    int sealSome() {
        return sealPayers() + sealRefunds();
    }

    private int sealPayers() {
        var rows =
                database.sql(
                                """
                                select id, gateway, reference, payer_account_number
                                  from bank_transaction
                                 where payer_account_number is not null
                                   and not starts_with(payer_account_number, :current)
                                 order by id
                                 limit :batch
                                   for update skip locked
                                """)
                        .param("current", seal.currentPrefix())
                        .param("batch", BATCH)
                        .query((row, number) ->
                                new Again(row.getLong("id"), payers.sealedAgain(row), ""))
                        .list();
        for (var row : rows) {
            database.sql(
                            "update bank_transaction set payer_account_number = :sealed where id = :id")
                    .param("id", row.id())
                    .param("sealed", row.number())
                    .update();
        }
        return rows.size();
    }

    private int sealRefunds() {
        var rows =
                database.sql(
                                """
                                select id, token, bank_bin, account_number, account_holder
                                  from refund_case
                                 where account_number is not null
                                   and not starts_with(account_number, :current)
                                 order by id
                                 limit :batch
                                   for update skip locked
                                """)
                        .param("current", seal.currentPrefix())
                        .param("batch", BATCH)
                        .query((row, number) -> {
                            var sealed = refunds.sealedAgain(row);
                            return new Again(row.getLong("id"), sealed.number(), sealed.holder());
                        })
                        .list();
        for (var row : rows) {
            database.sql(
                            """
                            update refund_case
                               set account_number = :number, account_holder = :holder
                             where id = :id
                            """)
                    .param("id", row.id())
                    .param("number", row.number())
                    .param("holder", row.holder())
                    .update();
        }
        return rows.size();
    }

    private record Again(long id, String number, String holder) {}
}
