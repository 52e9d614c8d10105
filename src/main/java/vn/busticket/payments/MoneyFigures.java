package vn.busticket.payments;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/** What the last look at the books found, kept in one place for the metrics of every node. */
@Repository
class MoneyFigures {

    private static final String ALL =
            """
            select name, value from money_figure
            union all
            select 'breaker.' || gateway, case when opened_at is null then 0 else 1 end
              from gateway_pause
            union all
            select 'exceptions.' || kind,
                   (select count(*) from payment_exception x
                     where x.kind = kinds.kind and x.resolved_at is null)
              from unnest(:kinds) as kinds(kind)
            union all
            select 'refunds.' || state,
                   (select count(*) from refund_case r
                     where r.state = states.state and r.state <> 'REFUNDED')
              from unnest(:states) as states(state)
            union all
            select 'age.refunds', coalesce(extract(epoch from :now - min(changed_at)), 0)::bigint
              from refund_case where state = 'APPROVED'
            union all
            select 'waiting.transfers', count(*) from bank_transaction where next_settle_at is not null
            union all
            select 'age.transfers', coalesce(extract(epoch from :now - min(received_at)), 0)::bigint
              from bank_transaction where next_settle_at is not null
            union all
            select 'waiting.' || queue, count(next_check_at)
              from (values ('checks', false), ('late-checks', true)) as queues (queue, is_over)
              left join payment_attempt on next_check_at <= :now and (closed_at is not null) = is_over
             group by queue
            union all
            select 'age.' || queue, coalesce(extract(epoch from :now - min(next_check_at)), 0)::bigint
              from (values ('checks', false), ('late-checks', true)) as queues (queue, is_over)
              left join payment_attempt on next_check_at <= :now and (closed_at is not null) = is_over
             group by queue
            union all
            select 'age.measures', coalesce(extract(epoch from :now - max(measured_at)), 0)::bigint
              from money_figure where name = :imbalance
            """;

    private final JdbcClient database;
    private final Clock clock;

    MoneyFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void store(Map<String, Long> figures, Instant now) {
        figures.forEach((name, value) ->
                database.sql(
                                """
                                insert into money_figure (name, value, measured_at)
                                values (:name, :value, :now)
                                on conflict (name) do update
                                   set value = excluded.value, measured_at = excluded.measured_at
                                """)
                        .param("name", name)
                        .param("value", value)
                        .param("now", SqlTime.of(now))
                        .update());
    }

    /**
     * All figures; for each gateway whether its breaker is open, for each kind of exception how
     * many are, for each state of refunds how many wait in it, and for each queue how many wait and
     * for how many seconds the oldest does. One query over partial indexes.
     */
    Map<String, Long> all() {
        return database
                .sql(ALL)
                .param("kinds", names(ExceptionKind.values()))
                .param("states", names(RefundState.values()))
                .param("imbalance", MoneyMeasures.IMBALANCE)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> Map.entry(row.getString("name"), row.getLong("value")))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }
}
