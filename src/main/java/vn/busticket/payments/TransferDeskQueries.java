package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** What staff read about bank transfers and where their money is. */
@Repository
@Transactional(readOnly = true)
public class TransferDeskQueries {

    private static final String ROWS =
            """
            select found.*, coalesce(found.payable_id, a.payable_id) as meant_for, money.*
              from (select id, gateway, reference, order_code, payable_id, amount_vnd as amount,
                           currency, paid_at, received_at, transfer_text, payer_bank_bin,
                           payer_bank_name, payer_account_number, settled_at is not null as settled,
                           settle_tries
            """;

    private static final String WITH_PLACES =
            """
                   ) found
              left join payment_attempt a on a.gateway = found.gateway
                                         and a.order_code = found.order_code
              cross join lateral (
                   select coalesce(sum(case 'ALLOCATED' when to_place then amount_vnd
                                            when from_place then -amount_vnd end), 0) as allocated,
                          coalesce(sum(case 'DUE_FOR_REFUND' when to_place then amount_vnd
                                            when from_place then -amount_vnd end), 0) as due,
                          coalesce(sum(case 'IN_REFUND' when to_place then amount_vnd
                                            when from_place then -amount_vnd end), 0) as in_refund,
                          coalesce(sum(case 'REFUNDED' when to_place then amount_vnd
                                            when from_place then -amount_vnd end), 0) as refunded,
                          coalesce(sum(case 'UNALLOCATED' when to_place then amount_vnd
                                            when from_place then -amount_vnd end), 0) as unallocated
                     from ledger_entry where bank_transaction_id = found.id) money
            """;

    private static final String PAGE = " limit :limit offset :offset";

    private static final String FILTERED =
            """
              from bank_transaction
             where (:filter = 'ALL'
                    or :filter = 'UNSETTLED' and settled_at is null
                    or :filter = 'UNALLOCATED' and id in (
                        select bank_transaction_id from ledger_entry
                         where to_place = 'UNALLOCATED' or from_place = 'UNALLOCATED'
                         group by bank_transaction_id
                        having sum(case when to_place = 'UNALLOCATED' then amount_vnd
                                        else -amount_vnd end) > 0))
            """;

    private static final String SEARCHED =
            """
               and id in (select t.id from payment_attempt o
                            join bank_transaction t on t.gateway = o.gateway
                                                   and t.order_code = o.order_code
                           where o.payable_id = :payable
                          union all
                          select id from bank_transaction where payable_id = :payable
                          union all
                          select id from bank_transaction where order_code = :orderCode
                          union all
                          select id from bank_transaction
                           where reference in (:reference, upper(:reference)))
            """;

    private final JdbcClient database;
    private final Banks banks;
    private final PayerAccounts accounts;

    TransferDeskQueries(JdbcClient database, Banks banks, PayerAccounts accounts) {
        this.database = database;
        this.banks = banks;
        this.accounts = accounts;
    }

    /** Some of the transfers that match. */
    public List<TransactionRow> transfers(
            PaymentSearch search,
            TransactionFilter filter,
            MoneyOrder order,
            int offset,
            int limit) {
        return filled(
                        ROWS + matching(search) + order.sql() + PAGE + WITH_PLACES + order.sql(),
                        search,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    /** How many transfers match, counted up to {@link PaymentDeskQueries#COUNTED_AT_MOST}. */
    public int countTransfers(PaymentSearch search, TransactionFilter filter) {
        var sql = "select count(*) from (select id " + matching(search) + " limit :most) found";
        return filled(sql, search, filter)
                .param("most", PaymentDeskQueries.COUNTED_AT_MOST)
                .query(Integer.class)
                .single();
    }

    /** One transfer. */
    public Optional<TransactionRow> transfer(BankTransactionId id) {
        return database.sql(ROWS + " from bank_transaction where id = :id" + WITH_PLACES)
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /** All movements of the money of a transfer, oldest first. */
    public List<LedgerRow> ledger(BankTransactionId transfer) {
        return ledger("e.bank_transaction_id = :id", transfer.value());
    }

    /**
     * All movements of the money for something, oldest first, together with the arrival of the
     * transfers it came by.
     */
    public List<LedgerRow> ledger(PayableId payable) {
        return ledger(
                """
                (e.payable_id = :id
                 or e.payable_id is null and e.bank_transaction_id in (
                    select t.id from payment_attempt a
                      join bank_transaction t on t.gateway = a.gateway
                                             and t.order_code = a.order_code
                     where a.payable_id = :id
                       and coalesce(t.payable_id, :id) = :id
                     union all
                    select id from bank_transaction where payable_id = :id))
                """,
                payable.value());
    }

    private List<LedgerRow> ledger(String condition, long id) {
        return database.sql(
                        """
                        select e.at, t.reference, e.from_place, e.to_place, e.amount_vnd, e.reason
                          from ledger_entry e
                          join bank_transaction t on t.id = e.bank_transaction_id
                         where
                        """
                                + condition
                                + " order by e.id")
                .param("id", id)
                .query((row, number) ->
                        new LedgerRow(
                                SqlTime.instant(row, "at"),
                                row.getString("reference"),
                                Ledger.Place.valueOf(row.getString("from_place")),
                                Ledger.Place.valueOf(row.getString("to_place")),
                                new Vnd(row.getLong("amount_vnd")),
                                row.getString("reason")))
                .list();
    }

    private static String matching(PaymentSearch search) {
        return search.isAll() ? FILTERED : FILTERED + SEARCHED;
    }

    private StatementSpec filled(String sql, PaymentSearch search, TransactionFilter filter) {
        return PaymentDeskQueries.searched(
                database.sql(sql).param("filter", filter.name()), search);
    }

    private TransactionRow row(ResultSet row, int number) throws SQLException {
        return new TransactionRow(
                new BankTransactionId(row.getLong("id")),
                payable(row),
                row.getString("gateway"),
                row.getString("reference"),
                row.getLong("order_code"),
                row.getLong("amount"),
                row.getString("currency"),
                SqlTime.instant(row, "paid_at"),
                SqlTime.instant(row, "received_at"),
                row.getString("transfer_text"),
                bank(row.getString("payer_bank_bin"), row.getString("payer_bank_name")),
                accounts.masked(row),
                row.getBoolean("settled"),
                row.getInt("settle_tries"),
                places(row));
    }

    /** What it was settled for, else what its order code names. */
    private static @Nullable PayableId payable(ResultSet row) throws SQLException {
        var id = row.getObject("meant_for", Long.class);
        return id == null ? null : new PayableId(id);
    }

    private static MoneyPlaces places(ResultSet row) throws SQLException {
        return new MoneyPlaces(
                new Vnd(row.getLong("allocated")),
                new Vnd(row.getLong("due")),
                new Vnd(row.getLong("in_refund")),
                new Vnd(row.getLong("refunded")),
                new Vnd(row.getLong("unallocated")));
    }

    private @Nullable String bank(@Nullable String bin, @Nullable String name) {
        return name == null || name.isBlank() ? banks.name(bin).orElse(null) : name;
    }
}
