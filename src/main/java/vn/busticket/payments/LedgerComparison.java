package vn.busticket.payments;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** Looks for rows of this room that contradict each other; the database should allow none. */
@Repository
class LedgerComparison {

    /** A decision that fails is repeated by a job well before that. */
    private static final Duration SETTLING_MAY_TAKE = Duration.ofMinutes(10);

    private final JdbcClient database;

    LedgerComparison(JdbcClient database) {
        this.database = database;
    }

    /** All differences among what was received since an instant. */
    List<Difference> compare(Instant since, Instant now) {
        var found = new ArrayList<Difference>();
        found.addAll(notSettled(now));
        found.addAll(notEntered(since));
        found.addAll(overdrawn(since));
        found.addAll(wronglyCounted(since));
        return found;
    }

    /** What is allocated to each of many payables; those without any are absent. */
    Map<PayableId, Vnd> allocated(Collection<PayableId> payables) {
        return database
                .sql(
                        """
                        select payable_id,
                               sum(case when to_place = 'ALLOCATED' then amount_vnd
                                        else -amount_vnd end) as amount_vnd
                          from ledger_entry
                         where payable_id = any(:payables)
                           and (to_place = 'ALLOCATED' or from_place = 'ALLOCATED')
                         group by payable_id
                        """)
                .param("payables", payables.stream().map(PayableId::value).toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(
                                new PayableId(row.getLong("payable_id")),
                                new Vnd(row.getLong("amount_vnd"))))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many dong were received more than the places of the ledger hold together. */
    long imbalanceVnd(Instant since) {
        return database.sql(
                        """
                        select coalesce(sum(abs(t.amount_vnd - entered.amount_vnd)), 0)
                          from bank_transaction t
                          cross join lateral
                               (select coalesce(sum(case when from_place = 'PAYER' then amount_vnd end), 0)
                                       as amount_vnd
                                  from ledger_entry e
                                 where e.bank_transaction_id = t.id) entered
                         where t.received_at >= :since and t.currency = 'VND'
                        """)
                .param("since", SqlTime.of(since))
                .query(Long.class)
                .single();
    }

    private List<Difference> notSettled(Instant now) {
        return database.sql(
                        """
                        select id, settle_tries
                          from bank_transaction
                         where settled_at is null and next_settle_at is not null
                           and received_at < :tooLongAgo
                        """)
                .param("tooLongAgo", SqlTime.of(now.minus(SETTLING_MAY_TAKE)))
                .query((row, number) ->
                        Difference.of(
                                        DifferenceKind.NOT_SETTLED,
                                        "tried " + row.getInt("settle_tries") + " times",
                                        "settled")
                                .about(new BankTransactionId(row.getLong("id"))))
                .list();
    }

    private List<Difference> notEntered(Instant since) {
        return database.sql(
                        """
                        select t.id, t.amount_vnd, entered.amount_vnd as entered_vnd
                          from bank_transaction t
                          cross join lateral
                               (select coalesce(sum(amount_vnd), 0) as amount_vnd
                                  from ledger_entry e
                                 where e.bank_transaction_id = t.id and e.from_place = 'PAYER') entered
                         where t.received_at >= :since and t.currency = 'VND'
                           and t.amount_vnd <> entered.amount_vnd
                        """)
                .param("since", SqlTime.of(since))
                .query((row, number) ->
                        Difference.of(
                                        DifferenceKind.NOT_ENTERED,
                                        row.getLong("entered_vnd") + " entered",
                                        row.getLong("amount_vnd") + " received")
                                .about(new BankTransactionId(row.getLong("id"))))
                .list();
    }

    private List<Difference> overdrawn(Instant since) {
        return database.sql(
                        """
                        select t.id, p.place, held.amount_vnd
                          from bank_transaction t
                          cross join (values ('UNALLOCATED'), ('ALLOCATED'), ('DUE_FOR_REFUND'),
                                             ('IN_REFUND')) as p(place)
                          cross join lateral
                               (select coalesce(sum(case when e.to_place = p.place then amount_vnd
                                                         when e.from_place = p.place then -amount_vnd
                                                    end), 0) as amount_vnd
                                  from ledger_entry e
                                 where e.bank_transaction_id = t.id) held
                         where t.received_at >= :since and held.amount_vnd < 0
                        """)
                .param("since", SqlTime.of(since))
                .query((row, number) ->
                        Difference.of(
                                        DifferenceKind.LEDGER_IMBALANCE,
                                        row.getString("place") + " " + row.getLong("amount_vnd"),
                                        "0 or more")
                                .about(new BankTransactionId(row.getLong("id"))))
                .list();
    }

    private List<Difference> wronglyCounted(Instant since) {
        return database.sql(
                        "select counted.sum_vnd, "
                                + Attempt.COLUMNS
                                + """
                                  from payment_attempt a
                                  cross join lateral
                                       (select coalesce(sum(t.amount_vnd), 0) as sum_vnd
                                          from bank_transaction t
                                         where t.attempt_id = a.id and t.settled_at is not null
                                           and t.currency = 'VND') counted
                                 where a.created_at >= :since and a.received_vnd <> counted.sum_vnd
                                """)
                .param("since", SqlTime.of(since))
                .query((row, number) ->
                        Difference.of(
                                        DifferenceKind.RECEIVED_SUM_DIFFERS,
                                        row.getLong("received_vnd") + " counted",
                                        row.getLong("sum_vnd") + " received")
                                .about(Attempt.of(row, number)))
                .list();
    }
}
