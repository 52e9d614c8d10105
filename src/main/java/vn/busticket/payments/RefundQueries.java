package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.RefundDetails.Approval;
import vn.busticket.payments.RefundDetails.Event;
import vn.busticket.payments.RefundDetails.Sending;
import vn.busticket.payments.RefundDetails.UnpaidWord;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** What screens and mails read about refunds; account numbers only with their ends. */
@Repository
@Transactional(readOnly = true)
public class RefundQueries {

    private static final String REFUND =
            """
            select c.id, c.token, c.payable_id, c.amount_vnd, c.reason, c.state, c.bank_bin,
                   c.account_number, c.account_holder, c.account_source, c.opened_at, c.changed_at,
                   c.finished_at, c.approvals_needed, c.hand_reference, c.hand_note,
                   c.failure_reason, c.bank_transaction_id, t.reference,
                   (select count(*) from refund_approval a
                     where a.refund_case_id = c.id and a.round = c.approval_round) as approvals,
                   exists (select from refund_payout p
                            where p.refund_case_id = c.id and p.outcome is null
                              and p.requested_at <= :overdueSince) as overdue
              from refund_case c
              join bank_transaction t on t.id = c.bank_transaction_id
            """;

    private static final String FILTERED =
            """
            where c.state in (:states)
              and (not :overdueOnly or exists (select from refund_payout p
                                                where p.refund_case_id = c.id
                                                  and p.outcome is null
                                                  and p.requested_at <= :overdueSince))
            """;

    private final JdbcClient database;
    private final RefundAccounts accounts;
    private final RefundProperties properties;
    private final Clock clock;

    RefundQueries(
            JdbcClient database,
            RefundAccounts accounts,
            RefundProperties properties,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    /** The refund with that name in URLs. */
    public Optional<RefundView> byToken(String token) {
        return select(" where c.token = :token")
                .param("token", token)
                .query((row, number) -> view(row))
                .optional();
    }

    /** The refund with that number. */
    public Optional<RefundView> find(RefundId id) {
        return select(" where c.id = :id")
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional();
    }

    /** All refunds of money for something, newest first. */
    public List<RefundView> ofPayable(PayableId payable) {
        return select(" where c.payable_id = :payable order by c.id desc")
                .param("payable", payable.value())
                .query((row, number) -> view(row))
                .list();
    }

    /**
     * A page of refunds for staff; who has waited longest comes first, among the finished the
     * newest.
     *
     * @param page from zero
     */
    public RefundPage list(RefundFilter filter, int page, int size) {
        var rows =
                filtered(
                                REFUND
                                        + FILTERED
                                        + """
                                        order by c.state = 'REFUNDED', c.finished_at desc,
                                                 c.changed_at, c.id
                                        limit :size offset :skipped
                                        """,
                                filter)
                        .param("size", size)
                        .param("skipped", (long) page * size)
                        .query((row, number) -> row(row))
                        .list();
        return new RefundPage(rows, count(filter));
    }

    /** How many refunds there are of a kind. */
    public long count(RefundFilter filter) {
        return filtered("select count(*) from refund_case c " + FILTERED, filter)
                .query(Long.class)
                .single();
    }

    /** Everything about one refund, for staff. */
    public Optional<RefundDetails> details(RefundId id) {
        return select(" where c.id = :id")
                .param("id", id.value())
                .query((row, number) -> details(row))
                .optional();
    }

    private StatementSpec select(String condition) {
        return overdue(database.sql(REFUND + condition));
    }

    private StatementSpec filtered(String sql, RefundFilter filter) {
        return overdue(database.sql(sql))
                .param("states", filter.states().stream().map(Enum::name).toList())
                .param("overdueOnly", filter == RefundFilter.OVERDUE);
    }

    private StatementSpec overdue(StatementSpec statement) {
        return statement.param(
                "overdueSince", SqlTime.of(properties.overdueSince(clock.instant())));
    }

    private RefundView view(ResultSet row) throws SQLException {
        return new RefundView(
                new RefundId(row.getLong("id")),
                row.getString("token"),
                payable(row),
                new Vnd(row.getLong("amount_vnd")),
                RefundReason.valueOf(row.getString("reason")),
                RefundState.valueOf(row.getString("state")),
                accounts.masked(row),
                SqlTime.instant(row, "opened_at"),
                SqlTime.instant(row, "changed_at"),
                SqlTime.optionalInstant(row, "finished_at").orElse(null),
                row.getBoolean("overdue"));
    }

    private RefundRow row(ResultSet row) throws SQLException {
        return new RefundRow(
                view(row),
                new BankTransactionId(row.getLong("bank_transaction_id")),
                row.getString("reference"),
                row.getInt("approvals"),
                row.getInt("approvals_needed"));
    }

    private RefundDetails details(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var account = accounts.read(row);
        var source = row.getString("account_source");
        return new RefundDetails(
                row(row),
                account == null ? null : account.holder(),
                source == null ? null : AccountSource.valueOf(source),
                approvals(id),
                events(id),
                sendings(id),
                unpaidWords(id),
                row.getString("hand_reference"),
                row.getString("hand_note"),
                row.getString("failure_reason"));
    }

    private List<Approval> approvals(long id) {
        return database.sql(
                        """
                        select a.account_id, a.at
                          from refund_approval a
                          join refund_case c on c.id = a.refund_case_id
                                            and c.approval_round = a.round
                         where c.id = :id
                         order by a.at
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Approval(
                                new AccountId(row.getLong("account_id")),
                                SqlTime.instant(row, "at")))
                .list();
    }

    /** Those of the open payout, given since the refund stands where it does. */
    private List<UnpaidWord> unpaidWords(long id) {
        return database.sql(
                        """
                        select v.account_id, v.proof, v.at
                          from refund_payout_verdict v
                          join refund_payout p on p.id = v.refund_payout_id and p.outcome is null
                          join refund_case c on c.id = p.refund_case_id and v.at >= c.changed_at
                         where c.id = :id
                         order by v.at
                        """)
                .param("id", id)
                .query((row, number) ->
                        new UnpaidWord(
                                new AccountId(row.getLong("account_id")),
                                row.getString("proof"),
                                SqlTime.instant(row, "at")))
                .list();
    }

    private List<Event> events(long id) {
        return database.sql(
                        """
                        select at, actor, account_id, from_state, to_state, what
                          from refund_event
                         where refund_case_id = :id
                         order by id
                        """)
                .param("id", id)
                .query((row, number) -> event(row))
                .list();
    }

    private List<Sending> sendings(long id) {
        return database.sql(
                        """
                        select gateway, reference, payout_id, gateway_state, outcome, staff_proof,
                               requested_at, checks
                          from refund_payout
                         where refund_case_id = :id
                         order by id
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Sending(
                                row.getString("gateway"),
                                row.getString("reference"),
                                row.getString("payout_id"),
                                row.getString("gateway_state"),
                                row.getString("outcome"),
                                row.getString("staff_proof"),
                                SqlTime.instant(row, "requested_at"),
                                row.getInt("checks")))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var account = row.getLong("account_id");
        var by = row.wasNull() ? null : new AccountId(account);
        var from = row.getString("from_state");
        return new Event(
                SqlTime.instant(row, "at"),
                row.getString("actor"),
                by,
                from == null ? null : RefundState.valueOf(from),
                RefundState.valueOf(row.getString("to_state")),
                row.getString("what"));
    }

    private static @Nullable PayableId payable(ResultSet row) throws SQLException {
        var payable = row.getLong("payable_id");
        return row.wasNull() ? null : new PayableId(payable);
    }
}
