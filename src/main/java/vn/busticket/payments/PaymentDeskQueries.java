package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** What staff read about attempts to pay: a list that can be searched, sorted and paged. */
@Repository
@Transactional(readOnly = true)
public class PaymentDeskQueries {

    /** Lists longer than this are not counted to their end. */
    public static final int COUNTED_AT_MOST = 10_000;

    private static final String IN_STATE =
            """
            from payment_attempt
             where (:state = '' or state = :state)
            """;

    /** Each kind of search by its own index. */
    private static final String SEARCHED =
            """
               and id in (select id from payment_attempt where payable_id = :payable
                          union all
                          select id from payment_attempt where order_code = :orderCode
                          union all
                          select a.id from bank_transaction t
                            join payment_attempt a on a.gateway = t.gateway
                                                  and a.order_code = t.order_code
                           where t.reference in (:reference, upper(:reference)))
            """;

    private final JdbcClient database;

    PaymentDeskQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * Some of the attempts that match.
     *
     * @param state only those in this state, null for all
     */
    public List<AttemptRow> attempts(
            PaymentSearch search,
            @Nullable AttemptState state,
            MoneyOrder order,
            int offset,
            int limit) {
        var sql =
                """
                select id, payable_id, gateway, order_code, amount_vnd as amount, received_vnd,
                       state, failure_reason, created_at, expires_at
                """
                        + matching(search)
                        + order.sql()
                        + " limit :limit offset :offset";
        return filled(sql, search, state)
                .param("limit", limit)
                .param("offset", offset)
                .query(PaymentDeskQueries::attempt)
                .list();
    }

    /** How many attempts match, counted up to {@link #COUNTED_AT_MOST}. */
    public int countAttempts(PaymentSearch search, @Nullable AttemptState state) {
        var sql = "select count(*) from (select id " + matching(search) + " limit :most) found";
        return filled(sql, search, state)
                .param("most", COUNTED_AT_MOST)
                .query(Integer.class)
                .single();
    }

    /** How many attempts a passenger can still pay. */
    public int countOpen() {
        return database.sql(
                        """
                        select count(*) from payment_attempt
                         where state in ('REQUESTED', 'OPEN', 'UNKNOWN')
                           and close_requested_at is null
                        """)
                .query(Integer.class)
                .single();
    }

    /** The sum of all transfers in đồng that arrived from one instant on, before another. */
    public Vnd received(Instant from, Instant before) {
        return database.sql(
                        """
                        select coalesce(sum(amount_vnd), 0)
                          from bank_transaction
                         where received_at >= :from and received_at < :before and currency = 'VND'
                        """)
                .param("from", SqlTime.of(from))
                .param("before", SqlTime.of(before))
                .query((row, number) -> new Vnd(row.getLong(1)))
                .single();
    }

    private static String matching(PaymentSearch search) {
        return search.isAll() ? IN_STATE : IN_STATE + SEARCHED;
    }

    private StatementSpec filled(String sql, PaymentSearch search, @Nullable AttemptState state) {
        return searched(
                database.sql(sql).param("state", state == null ? "" : state.name()), search);
    }

    /** Fills in what a search looks for; nothing for a search that wants everything. */
    static StatementSpec searched(StatementSpec statement, PaymentSearch search) {
        if (search.isAll()) {
            return statement;
        }
        var payable = search.payable();
        return statement
                .param("payable", payable == null ? -1 : payable.value())
                .param("orderCode", search.orderCode().orElse(-1))
                .param("reference", search.bankReference().orElse(""));
    }

    private static AttemptRow attempt(ResultSet row, int number) throws SQLException {
        return new AttemptRow(
                new AttemptId(row.getLong("id")),
                new PayableId(row.getLong("payable_id")),
                row.getString("gateway"),
                row.getLong("order_code"),
                new Vnd(row.getLong("amount")),
                new Vnd(row.getLong("received_vnd")),
                AttemptState.valueOf(row.getString("state")),
                row.getString("failure_reason"),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "expires_at"));
    }
}
