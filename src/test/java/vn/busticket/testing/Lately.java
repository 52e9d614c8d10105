package vn.busticket.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the rows made since a moment through views of the tables' own names, so that the
 * invariants stay quick however much a long test has made before.
 */
public final class Lately {

    private static final List<String> TABLES =
            List.of(
                    "seat_hold",
                    "seat_occupancy",
                    "booking",
                    "booking_history",
                    "payment_attempt",
                    "bank_transaction",
                    "ledger_entry",
                    "notification");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<String, Long> lastBefore = new LinkedHashMap<>();

    /** Begins now. */
    public Lately(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
        database.sql("create schema if not exists lately").update();
        for (var table : TABLES) {
            database.sql(
                            """
                            create or replace view lately.%1$s as
                            select * from public.%1$s where id > current_setting('lately.%1$s')::bigint
                            """
                                    .formatted(table))
                    .update();
            lastBefore.put(
                    table,
                    database.sql("select coalesce(max(id), 0) from " + table)
                            .query(Long.class)
                            .single());
        }
    }

    /** Does something for which there are only the rows made since the beginning. */
    public void look(Runnable deed) {
        transaction.executeWithoutResult(status -> {
            database.sql("set local search_path to lately, public").update();
            lastBefore.forEach((table, last) ->
                    database.sql("select set_config(:name, :last, true)")
                            .param("name", "lately." + table)
                            .param("last", Long.toString(last))
                            .query(String.class)
                            .single());
            deed.run();
        });
    }
}
