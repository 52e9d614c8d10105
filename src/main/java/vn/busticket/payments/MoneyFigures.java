package vn.busticket.payments;

import static java.util.stream.Collectors.toUnmodifiableMap;

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

    private final JdbcClient database;

    MoneyFigures(JdbcClient database) {
        this.database = database;
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
     * All figures, for each gateway under its name whether its breaker is open, and for each kind
     * of exception how many are.
     */
    Map<String, Long> all() {
        return database
                .sql(
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
                        """)
                .param(
                        "kinds",
                        Stream.of(ExceptionKind.values()).map(Enum::name).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("name"), row.getLong("value")))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
