package vn.busticket.payments;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.ReconciliationRun.StartedBy;
import vn.busticket.shared.SqlTime;

/** What staff read about reconciliations. */
@Repository
@Transactional(readOnly = true)
public class ReconciliationReport {

    private static final String RUN =
            """
            select r.id, r.started_by, r.account_id, r.since, r.until, r.started_at, r.finished_at,
                   r.looked_at, found.differences, found.unhealed
              from reconciliation_run r
              cross join lateral (select count(*) as differences,
                                         count(*) filter (where not healed) as unhealed
                                    from reconciliation_difference d
                                   where d.run_id = r.id) found
            """;

    private final JdbcClient database;

    ReconciliationReport(JdbcClient database) {
        this.database = database;
    }

    /** Reconciliations, newest first. */
    public List<ReconciliationRun> runs(int page, int size) {
        return database.sql(RUN + " order by r.id desc limit :size offset :skipped")
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(ReconciliationReport::run)
                .list();
    }

    /** How many reconciliations there were. */
    public long runCount() {
        return database.sql("select count(*) from reconciliation_run").query(Long.class).single();
    }

    /** The newest reconciliation, perhaps still going on. */
    public Optional<ReconciliationRun> latest() {
        return runs(0, 1).stream().findFirst();
    }

    /** One reconciliation. */
    public Optional<ReconciliationRun> run(RunId id) {
        return database.sql(RUN + " where r.id = :id")
                .param("id", id.value())
                .query(ReconciliationReport::run)
                .optional();
    }

    /** What a reconciliation found, those that still have to be put right first. */
    public List<ReconciliationDifference> differences(RunId run, int page, int size) {
        return database.sql(
                        """
                        select id, run_id, kind, found_at, order_code, attempt_id,
                               bank_transaction_id, payable_id, refund_case_id, ours, theirs,
                               healed
                          from reconciliation_difference
                         where run_id = :run
                         order by healed, kind, id
                         limit :size offset :skipped
                        """)
                .param("run", run.value())
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(ReconciliationReport::difference)
                .list();
    }

    /** How many differences of each kind a reconciliation found; kinds without any are absent. */
    public Map<DifferenceKind, Integer> counts(RunId run) {
        return database
                .sql(
                        """
                        select kind, count(*) as differences
                          from reconciliation_difference
                         where run_id = :run
                         group by kind
                        """)
                .param("run", run.value())
                .query((row, number) ->
                        Map.entry(
                                DifferenceKind.valueOf(row.getString("kind")),
                                row.getInt("differences")))
                .list()
                .stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Integer::sum,
                                () -> new EnumMap<>(DifferenceKind.class)));
    }

    private static ReconciliationRun run(ResultSet row, int number) throws SQLException {
        var staff = number(row, "account_id");
        return new ReconciliationRun(
                new RunId(row.getLong("id")),
                StartedBy.valueOf(row.getString("started_by")),
                staff == null ? null : new AccountId(staff),
                SqlTime.instant(row, "since"),
                SqlTime.instant(row, "until"),
                SqlTime.instant(row, "started_at"),
                SqlTime.optionalInstant(row, "finished_at").orElse(null),
                row.getInt("looked_at"),
                row.getInt("differences"),
                row.getInt("unhealed"));
    }

    private static ReconciliationDifference difference(ResultSet row, int number)
            throws SQLException {
        var orderCode = number(row, "order_code");
        var attempt = number(row, "attempt_id");
        var transaction = number(row, "bank_transaction_id");
        var payable = number(row, "payable_id");
        var refund = number(row, "refund_case_id");
        return new ReconciliationDifference(
                row.getLong("id"),
                new RunId(row.getLong("run_id")),
                DifferenceKind.valueOf(row.getString("kind")),
                SqlTime.instant(row, "found_at"),
                orderCode == null ? OptionalLong.empty() : OptionalLong.of(orderCode),
                attempt == null ? null : new AttemptId(attempt),
                transaction == null ? null : new BankTransactionId(transaction),
                payable == null ? null : new PayableId(payable),
                refund == null ? null : new RefundId(refund),
                row.getString("ours"),
                row.getString("theirs"),
                row.getBoolean("healed"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
