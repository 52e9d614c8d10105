package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** The table of transfers that arrived. */
@Repository
class BankTransactionRepository {

    /** The job leaves a new transfer this long to whoever recorded it. */
    private static final Duration HEAD_START = Duration.ofSeconds(5);

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 9;

    private static final String MARK_SETTLED =
            """
            with attempt as (
                select id, payable_id, amount_vnd as asked_vnd, received_vnd
                  from payment_attempt
                 where (gateway, order_code) =
                       (select gateway, order_code from bank_transaction where id = :id)
                   for update),
            settled as (
                update bank_transaction
                   set settled_at = :now, next_settle_at = null,
                       attempt_id = (select id from attempt),
                       payable_id = (select payable_id from attempt)
                 where id = :id and settled_at is null
                returning order_code, amount_vnd, paid_at, settle_tries, attempt_id, payable_id)
            select order_code, amount_vnd, paid_at, settle_tries, attempt_id, settled.payable_id,
                   asked_vnd, received_vnd
              from settled left join attempt on attempt.id = settled.attempt_id
            """;

    private final JdbcClient database;
    private final PayerAccounts accounts;

    BankTransactionRepository(JdbcClient database, PayerAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * What settling needs to know of a transfer.
     *
     * @param tries how often the job has tried it
     * @param attempt whose order code it has; empty for an order code that is not ours
     */
    record Unsettled(
            BankTransactionId id,
            long orderCode,
            Vnd amount,
            Instant paidAt,
            int tries,
            Optional<Asked> attempt) {}

    /** What was asked for under an order code, and what has been received for it so far. */
    record Asked(AttemptId attempt, PayableId payable, Vnd amount, Vnd received) {}

    /**
     * A transfer as it is stored; {@code saysTheSame} is false if it said something else before.
     */
    record Entry(Recorded recorded, boolean saysTheSame) {}

    /**
     * Stores a transfer and where its money is, unless its reference is known: one statement, which
     * then tells what was stored before. Money that is not in đồng is not entered, and there is
     * nothing to settle about it.
     */
    Entry store(GatewayTransaction transfer, Instant now) {
        return insert(transfer, now)
                .or(() ->
                        find(transfer)
                                .map(known ->
                                        new Entry(known.recorded(), known.saysTheSameAs(transfer))))
                .orElseThrow();
    }

    /** Nothing comes back if the same was stored elsewhere while this waited for it. */
    private Optional<Entry> insert(GatewayTransaction transfer, Instant now) {
        return database.sql(
                        """
                        with received as (
                            insert into bank_transaction (gateway, reference, order_code,
                                   amount_vnd, currency, paid_at, account_number, transfer_text,
                                   payer_bank_bin, payer_bank_name, payer_name,
                                   payer_account_number, source, received_at, settled_at,
                                   next_settle_at)
                            values (:gateway, :reference, :orderCode, :amount, :currency, :paidAt,
                                   :accountNumber, :transferText, :payerBankBin, :payerBankName,
                                   :payerName, :payerAccountNumber, :source, :now,
                                   case when not :isInDong then :now end,
                                   case when :isInDong then :jobAt end)
                            on conflict (gateway, reference) do nothing
                            returning id),
                        entered as (
                            insert into ledger_entry (at, bank_transaction_id, from_place,
                                   to_place, amount_vnd, reason)
                            select :now, id, 'PAYER', 'UNALLOCATED', :amount, 'received'
                              from received
                             where :isInDong)
                        select id, true as is_new, not :isInDong as settled, true as says_the_same
                          from received
                        union all
                        select id, false, settled_at is not null,
                               order_code = :orderCode and amount_vnd = :amount and currency = :currency
                          from bank_transaction
                         where gateway = :gateway and reference = :reference
                        """)
                .param("gateway", transfer.gateway())
                .param("reference", transfer.reference())
                .param("orderCode", transfer.orderCode())
                .param("amount", transfer.amount().dong())
                .param("currency", transfer.currency())
                .param("isInDong", transfer.isInDong())
                .param("paidAt", SqlTime.of(transfer.paidAt()))
                .param("accountNumber", transfer.accountNumber())
                .param("transferText", transfer.transferText())
                .param("payerBankBin", transfer.payer().bankBin())
                .param("payerBankName", transfer.payer().bankName())
                .param("payerName", transfer.payer().name())
                .param("payerAccountNumber", accounts.sealed(transfer))
                .param("source", transfer.source().name())
                .param("now", SqlTime.of(now))
                .param("jobAt", SqlTime.of(now.plus(HEAD_START)))
                .query((row, number) ->
                        new Entry(
                                new Recorded(
                                        new BankTransactionId(row.getLong("id")),
                                        row.getBoolean("is_new"),
                                        row.getBoolean("settled")),
                                row.getBoolean("says_the_same")))
                .optional();
    }

    /** The account that a transfer came from, if the banks told it. */
    Optional<BankAccount> payer(BankTransactionId id) {
        return database.sql(
                        """
                        select gateway, reference, payer_bank_bin, payer_name, payer_account_number
                          from bank_transaction where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> accounts.accountOf(row))
                .single();
    }

    /** A transfer with that bank reference, if it was stored before. */
    Optional<Known> find(GatewayTransaction transfer) {
        return database.sql(
                        """
                        select id, settled_at is not null as settled, order_code, amount_vnd, currency
                          from bank_transaction
                         where gateway = :gateway and reference = :reference
                        """)
                .param("gateway", transfer.gateway())
                .param("reference", transfer.reference())
                .query(Known::of)
                .optional();
    }

    /** A transfer that was stored for an order code. */
    record Stored(BankTransactionId id, String reference, Vnd amount) {}

    /** All transfers that were stored for an order code. */
    List<Stored> ofOrderCode(String gateway, long orderCode) {
        return database.sql(
                        """
                        select id, reference, amount_vnd
                          from bank_transaction
                         where gateway = :gateway and order_code = :orderCode
                         order by id
                        """)
                .param("gateway", gateway)
                .param("orderCode", orderCode)
                .query((row, number) ->
                        new Stored(
                                new BankTransactionId(row.getLong("id")),
                                row.getString("reference"),
                                new Vnd(row.getLong("amount_vnd"))))
                .list();
    }

    /** A transfer that was stored before. */
    record Known(Recorded recorded, long orderCode, Vnd amount, String currency) {

        static Known of(ResultSet row, int number) throws SQLException {
            return new Known(
                    new Recorded(
                            new BankTransactionId(row.getLong("id")),
                            false,
                            row.getBoolean("settled")),
                    row.getLong("order_code"),
                    new Vnd(row.getLong("amount_vnd")),
                    row.getString("currency"));
        }

        boolean saysTheSameAs(GatewayTransaction transfer) {
            return orderCode == transfer.orderCode()
                    && amount.equals(transfer.amount())
                    && currency.equals(transfer.currency());
        }
    }

    /**
     * Locks the attempt that a transfer is for until the transaction ends, then marks the transfer
     * as settled: the new values wait for the lock before the row is touched, and a row that
     * somebody else has settled meanwhile is left alone. Answers numbers only, whose length is
     * known, so that the driver begins the transaction in the same round trip.
     *
     * @return nothing if it was settled before
     */
    Optional<Unsettled> markSettled(BankTransactionId id, Instant now) {
        return database.sql(MARK_SETTLED)
                .param("id", id.value())
                .param("now", SqlTime.of(now))
                .query((row, number) ->
                        new Unsettled(
                                id,
                                row.getLong("order_code"),
                                new Vnd(row.getLong("amount_vnd")),
                                SqlTime.instant(row, "paid_at"),
                                row.getInt("settle_tries"),
                                asked(row)))
                .optional();
    }

    private static Optional<Asked> asked(ResultSet row) throws SQLException {
        return row.getObject("attempt_id") == null
                ? Optional.empty()
                : Optional.of(
                        new Asked(
                                new AttemptId(row.getLong("attempt_id")),
                                new PayableId(row.getLong("payable_id")),
                                new Vnd(row.getLong("asked_vnd")),
                                new Vnd(row.getLong("received_vnd"))));
    }

    /** Notes that staff said what a transfer is for. */
    void assign(BankTransactionId id, PayableId payable) {
        database.sql("update bank_transaction set payable_id = :payable where id = :id")
                .param("id", id.value())
                .param("payable", payable.value())
                .update();
    }

    /** Takes transfers whose settling failed or never began, each with a longer pause after it. */
    List<BankTransactionId> claimUnsettled(int most, Instant now) {
        return database.sql(
                        """
                        with due as (
                            select id from bank_transaction
                             where next_settle_at <= :now
                             order by next_settle_at
                             limit :most
                               for update skip locked)
                        update bank_transaction
                           set settle_tries = settle_tries + 1,
                               next_settle_at = :lease + interval '1 second'
                                   * power(2, least(settle_tries, :doublings))
                         where id in (select id from due)
                        returning id
                        """)
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .param("doublings", LONGEST_PAUSE_DOUBLINGS)
                .param("most", most)
                .query((row, number) -> new BankTransactionId(row.getLong("id")))
                .list();
    }
}
