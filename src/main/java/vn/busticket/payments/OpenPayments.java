package vn.busticket.payments;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers for many payables at once whether money may still come or is still undecided. */
@Repository
public class OpenPayments {

    private final JdbcClient database;

    OpenPayments(JdbcClient database) {
        this.database = database;
    }

    /** Those of the payables with an attempt that can still be paid, or whose state is unknown. */
    public Set<PayableId> withOpenAttempts(Collection<PayableId> payables) {
        return find(
                """
                select distinct payable_id
                  from payment_attempt
                 where payable_id = any(:payables) and state in ('REQUESTED', 'OPEN', 'UNKNOWN')
                """,
                payables);
    }

    /** Those of the payables with money that is recorded and not decided about yet. */
    public Set<PayableId> withUnsettledMoney(Collection<PayableId> payables) {
        return find(
                """
                select distinct a.payable_id
                  from payment_attempt a
                  join bank_transaction t on t.order_code = a.order_code and t.gateway = a.gateway
                 where a.payable_id = any(:payables) and t.settled_at is null
                """,
                payables);
    }

    private Set<PayableId> find(String select, Collection<PayableId> payables) {
        return database
                .sql(select)
                .param("payables", payables.stream().map(PayableId::value).toArray(Long[]::new))
                .query((row, number) -> new PayableId(row.getLong("payable_id")))
                .list()
                .stream()
                .collect(toUnmodifiableSet());
    }
}
