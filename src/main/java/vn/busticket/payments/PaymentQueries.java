package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** What screens and documents read about money. */
@Repository
@Transactional(readOnly = true)
public class PaymentQueries {

    private static final String METHOD_KEY = "payments.method.vietqr";

    private static final String ATTEMPT =
            """
            select id, token, payable_id, order_code, amount_vnd, received_vnd, state, expires_at,
                   created_at, qr_code, bank_bin, account_number, account_name, transfer_text,
                   checkout_url, failure_reason, found_again,
                   close_requested_at is not null and closed_at is null as closing
              from payment_attempt
            """;

    private final JdbcClient database;
    private final Ledger ledger;
    private final Banks banks;

    PaymentQueries(JdbcClient database, Ledger ledger, Banks banks) {
        this.database = database;
        this.ledger = ledger;
        this.banks = banks;
    }

    /** The attempt with that name in URLs. */
    public Optional<AttemptView> byToken(String token) {
        return database.sql(ATTEMPT + " where token = :token")
                .param("token", token)
                .query(this::attempt)
                .optional();
    }

    /** The attempt of that id. */
    public Optional<AttemptView> byId(AttemptId id) {
        return database.sql(ATTEMPT + " where id = :id")
                .param("id", id.value())
                .query(this::attempt)
                .optional();
    }

    /** All attempts to pay for something, newest first. */
    public List<AttemptView> ofPayable(PayableId payable) {
        return database.sql(ATTEMPT + " where payable_id = :payable order by id desc")
                .param("payable", payable.value())
                .query(this::attempt)
                .list();
    }

    /**
     * What was received for something, without what pays for something else by now; empty as long
     * as nothing was.
     */
    public Optional<Receipt> receipt(PayableId payable) {
        var transfers =
                database.sql(
                                """
                                select part.amount_vnd, t.paid_at, t.order_code, t.reference,
                                       t.payer_bank_bin, t.payer_bank_name
                                  from bank_transaction t
                                 cross join lateral (
                                       select coalesce(sum(e.used) filter (where e.payable_id = :payable), 0) as here,
                                              coalesce(sum(e.used) filter (where e.payable_id <> :payable), 0) as elsewhere
                                         from (select payable_id, case to_place when 'ALLOCATED' then amount_vnd
                                                                  else -amount_vnd end as used
                                                 from ledger_entry
                                                where bank_transaction_id = t.id
                                                  and (from_place, to_place) in (('UNALLOCATED', 'ALLOCATED'),
                                                                                 ('ALLOCATED', 'UNALLOCATED'))) e) used
                                 cross join lateral (
                                       select case when t.payable_id = :payable then t.amount_vnd - used.elsewhere
                                              else used.here end as amount_vnd) part
                                 where (t.payable_id = :payable
                                        or t.id in (select bank_transaction_id from ledger_entry
                                                     where payable_id = :payable))
                                   and part.amount_vnd > 0
                                 order by t.paid_at, t.id
                                """)
                        .param("payable", payable.value())
                        .query(this::transfer)
                        .list();
        if (transfers.isEmpty()) {
            return Optional.empty();
        }
        var sum = Vnd.sum(transfers.stream().map(Receipt.Transfer::amount).toList());
        return Optional.of(new Receipt(sum, transfers.getLast().paidAt(), METHOD_KEY, transfers));
    }

    /** How much money pays for something at the moment. */
    public Vnd allocated(PayableId payable) {
        return ledger.balance(payable, Ledger.Place.ALLOCATED);
    }

    private AttemptView attempt(ResultSet row, int number) throws SQLException {
        return new AttemptView(
                new AttemptId(row.getLong("id")),
                row.getString("token"),
                new PayableId(row.getLong("payable_id")),
                row.getLong("order_code"),
                new Vnd(row.getLong("amount_vnd")),
                new Vnd(row.getLong("received_vnd")),
                AttemptState.valueOf(row.getString("state")),
                SqlTime.instant(row, "expires_at"),
                SqlTime.instant(row, "created_at"),
                row.getString("qr_code"),
                banks.name(row.getString("bank_bin")).orElse(null),
                row.getString("account_number"),
                row.getString("account_name"),
                row.getString("transfer_text"),
                row.getString("checkout_url"),
                row.getString("failure_reason"),
                row.getBoolean("closing"),
                row.getBoolean("found_again"));
    }

    private Receipt.Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Receipt.Transfer(
                new Vnd(row.getLong("amount_vnd")),
                SqlTime.instant(row, "paid_at"),
                row.getLong("order_code"),
                row.getString("reference"),
                bankOf(row.getString("payer_bank_bin"), row.getString("payer_bank_name")));
    }

    private @Nullable String bankOf(@Nullable String bin, @Nullable String name) {
        return name == null || name.isBlank() ? banks.name(bin).orElse(null) : name;
    }
}
