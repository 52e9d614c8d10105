package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/**
 * Who paid and to whose account money went back: told to the people themselves, and forgotten when
 * it is needed no longer. Amounts, references and the ledger stay.
 */
@Component
@Transactional
public class PayerPrivacy {

    private static final String TRANSFERS =
            """
            (select e.bank_transaction_id from ledger_entry e where e.payable_id in (:payables)
              union
             select t.id from bank_transaction t join payment_attempt a on a.id = t.attempt_id
              where a.payable_id in (:payables))
            """;

    private final JdbcClient database;
    private final PayerAccounts payers;

    PayerPrivacy(JdbcClient database, PayerAccounts payers) {
        this.database = database;
        this.payers = payers;
    }

    /** Those for which money is still on its way, in or out. */
    @Transactional(readOnly = true)
    public Set<PayableId> underWay(Collection<PayableId> payables) {
        if (payables.isEmpty()) {
            return Set.of();
        }
        return database
                .sql(
                        """
                        select c.payable_id
                          from refund_case c
                         where c.payable_id in (:payables) and c.state <> 'REFUNDED'
                        union
                        select a.payable_id
                          from payment_attempt a
                          join bank_transaction t on t.attempt_id = a.id
                         where a.payable_id in (:payables) and t.settled_at is null
                        """)
                .param("payables", numbers(payables))
                .query((row, number) -> new PayableId(row.getLong("payable_id")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * The transfers for something that was paid for, and who made them as far as the banks told.
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> transfers(PayableId payable) {
        return database.sql(
                        """
                        select t.gateway, t.reference, t.paid_at, t.amount_vnd, t.payer_bank_bin, t.payer_bank_name,
                               t.payer_name, t.payer_account_number
                          from bank_transaction t
                         where t.id in
                        """
                                + TRANSFERS
                                + " order by t.paid_at, t.id")
                .param("payables", numbers(List.of(payable)))
                .query((row, number) -> transfer(row))
                .list();
    }

    /** Forgets payers and receivers for good; may be repeated. */
    public void forget(Collection<PayableId> payables) {
        if (payables.isEmpty()) {
            return;
        }
        for (var forgetting :
                List.of(
                        """
                        update bank_transaction
                           set payer_bank_bin = null, payer_bank_name = null, payer_name = null,
                               payer_account_number = null
                         where id in
                        """
                                + TRANSFERS,
                        """
                        update refund_payout
                           set bank_bin = null, account_number = null, account_holder = null
                         where refund_case_id in (select id from refund_case
                                                   where payable_id in (:payables) and state = 'REFUNDED')
                        """,
                        """
                        update refund_case
                           set bank_bin = null, account_number = null, account_holder = null,
                               account_source = null, hand_note = null
                         where payable_id in (:payables) and state = 'REFUNDED'
                        """)) {
            database.sql(forgetting).param("payables", numbers(payables)).update();
        }
    }

    private Map<String, Object> transfer(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        values.put("paidAt", SqlTime.instant(row, "paid_at"));
        values.put("amountVnd", row.getLong("amount_vnd"));
        values.put("reference", row.getString("reference"));
        Optional.ofNullable(row.getString("payer_bank_name"))
                .ifPresent(bank -> values.put("bank", bank));
        payers.accountOf(row)
                .ifPresent(account -> {
                    values.put("accountNumber", account.number());
                    values.put("accountHolder", account.holder());
                });
        return values;
    }

    private static List<Long> numbers(Collection<PayableId> payables) {
        return payables.stream().map(PayableId::value).toList();
    }
}
