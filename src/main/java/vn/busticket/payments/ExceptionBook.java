package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.SqlTime;

/**
 * The table of exceptions: at most one of a kind is open for a transfer, so opening may be
 * repeated.
 */
@Repository
class ExceptionBook {

    /** So many tries of the job may fail before staff are bothered. */
    static final int TRIES_BEFORE_STAFF = 3;

    private static final String SELECT =
            """
            select x.id, x.kind, x.bank_transaction_id, t.gateway, t.reference, t.order_code,
                   coalesce(t.payable_id, a.payable_id) as payable_id, t.amount_vnd, t.currency,
                   t.paid_at, x.detail, x.opened_at, x.resolved_at, x.resolved_by, x.resolution,
                   x.note
              from payment_exception x
              join bank_transaction t on t.id = x.bank_transaction_id
              left join payment_attempt a on a.order_code = t.order_code and a.gateway = t.gateway
            """;

    private final JdbcClient database;
    private final PaymentMetrics metrics;
    private final Clock clock;

    ExceptionBook(JdbcClient database, PaymentMetrics metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    void unknownOrder(BankTransactionId transaction, long orderCode) {
        open(ExceptionKind.UNKNOWN_ORDER, transaction, "order code " + orderCode);
    }

    void wrongCurrency(BankTransactionId transaction, GatewayTransaction transfer) {
        open(
                ExceptionKind.WRONG_CURRENCY,
                transaction,
                transfer.amount().dong() + " " + transfer.currency());
    }

    /** Opens one unless staff have dealt with these very words before. */
    void contradiction(BankTransactionId transaction, GatewayTransaction transfer) {
        var detail =
                "%d %s for order code %d"
                        .formatted(
                                transfer.amount().dong(),
                                transfer.currency(),
                                transfer.orderCode());
        var isKnown =
                database.sql(
                                """
                                select exists (select from payment_exception
                                                where bank_transaction_id = :transaction
                                                  and kind = 'CONTRADICTION' and detail = :detail)
                                """)
                        .param("transaction", transaction.value())
                        .param("detail", detail)
                        .query(Boolean.class)
                        .single();
        metrics.contradiction();
        if (!isKnown) {
            open(ExceptionKind.CONTRADICTION, transaction, detail);
        }
    }

    /** Opens one, or adds to the open one, for a payout that was paid besides another way. */
    void paidOutTwice(BankTransactionId transaction, String reference) {
        database.sql(
                        """
                        insert into payment_exception (kind, bank_transaction_id, detail, opened_at)
                        values ('PAID_OUT_TWICE', :transaction, :reference, :now)
                        on conflict (kind, bank_transaction_id) where resolved_at is null do update
                           set detail = payment_exception.detail || ', ' || excluded.detail
                        """)
                .param("transaction", transaction.value())
                .param("reference", reference)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Opens one if the job has failed so often that staff should know. */
    void decisionFailed(BankTransactionId transaction, RuntimeException failure) {
        database.sql(
                        """
                        insert into payment_exception (kind, bank_transaction_id, detail, opened_at)
                        select 'DECISION_FAILED', id, :detail, :now
                          from bank_transaction
                         where id = :transaction and settled_at is null and settle_tries >= :tries
                        on conflict (kind, bank_transaction_id) where resolved_at is null do nothing
                        """)
                .param("transaction", transaction.value())
                .param("detail", failure.getClass().getSimpleName())
                .param("tries", TRIES_BEFORE_STAFF)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Closes what was open because the decision failed. */
    void decisionSucceeded(BankTransactionId transaction) {
        database.sql(
                        """
                        update payment_exception set resolved_at = :now, resolution = 'SETTLED'
                         where bank_transaction_id = :transaction and kind = 'DECISION_FAILED'
                           and resolved_at is null
                        """)
                .param("transaction", transaction.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Lets the job take the decision about a transfer up again at once. */
    void tryDecisionSoon(BankTransactionId transaction) {
        database.sql(
                        """
                        update bank_transaction set next_settle_at = :now
                         where id = :transaction and settled_at is null
                        """)
                .param("transaction", transaction.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Locks an exception that nobody has decided about until the transaction ends. */
    Optional<ExceptionView> lockOpen(ExceptionId id) {
        return database.sql(SELECT + "where x.id = :id and x.resolved_at is null for update of x")
                .param("id", id.value())
                .query(ExceptionBook::view)
                .optional();
    }

    /** Notes what a person did about it. */
    void resolve(ExceptionId id, ExceptionResolution how, AccountId staff, String note) {
        database.sql(
                        """
                        update payment_exception
                           set resolved_at = :now, resolved_by = :staff, resolution = :how, note = :note
                         where id = :id
                        """)
                .param("id", id.value())
                .param("how", how.name())
                .param("staff", staff.value())
                .param("note", note)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    Optional<ExceptionView> find(ExceptionId id) {
        return database.sql(SELECT + "where x.id = :id")
                .param("id", id.value())
                .query(ExceptionBook::view)
                .optional();
    }

    List<ExceptionView> open(int page, int size) {
        return list("where x.resolved_at is null order by x.id", page, size);
    }

    List<ExceptionView> resolved(int page, int size) {
        return list(
                "where x.resolved_at is not null order by x.resolved_at desc, x.id", page, size);
    }

    long countOpen() {
        return count("resolved_at is null");
    }

    long countResolved() {
        return count("resolved_at is not null");
    }

    private long count(String condition) {
        return database.sql("select count(*) from payment_exception where " + condition)
                .query(Long.class)
                .single();
    }

    private List<ExceptionView> list(String which, int page, int size) {
        return database.sql(SELECT + which + " limit :size offset :skipped")
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(ExceptionBook::view)
                .list();
    }

    private void open(ExceptionKind kind, BankTransactionId transaction, String detail) {
        database.sql(
                        """
                        insert into payment_exception (kind, bank_transaction_id, detail, opened_at)
                        values (:kind, :transaction, :detail, :now)
                        on conflict (kind, bank_transaction_id) where resolved_at is null do nothing
                        """)
                .param("kind", kind.name())
                .param("transaction", transaction.value())
                .param("detail", detail)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private static ExceptionView view(ResultSet row, int number) throws SQLException {
        return new ExceptionView(
                new ExceptionId(row.getLong("id")),
                ExceptionKind.valueOf(row.getString("kind")),
                new BankTransactionId(row.getLong("bank_transaction_id")),
                row.getString("gateway"),
                row.getString("reference"),
                row.getLong("order_code"),
                optionalLong(row, "payable_id").map(PayableId::new),
                row.getLong("amount_vnd"),
                row.getString("currency"),
                SqlTime.instant(row, "paid_at"),
                row.getString("detail"),
                SqlTime.instant(row, "opened_at"),
                SqlTime.optionalInstant(row, "resolved_at"),
                optionalLong(row, "resolved_by").map(AccountId::new),
                text(row.getString("resolution")).map(ExceptionResolution::valueOf),
                text(row.getString("note")));
    }

    private static Optional<String> text(@Nullable String stored) {
        return Optional.ofNullable(stored);
    }

    private static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }
}
