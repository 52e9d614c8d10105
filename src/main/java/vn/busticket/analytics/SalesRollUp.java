package vn.busticket.analytics;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/** Keeps the sums of the facts: adds to them what has come since. */
@Repository
class SalesRollUp {

    private static final int BATCH = 20_000;

    private final JdbcClient database;
    private final Clock clock;

    SalesRollUp(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds a batch of what happened to the sums. Rows of transactions that have not ended are not
     * seen and are left for the next time, however early they were written.
     *
     * @return true if there may be more
     */
    @Transactional
    boolean fold() {
        lock();
        return database.sql("select fold_sales(:most)")
                        .param("most", BATCH)
                        .query(Long.class)
                        .single()
                == BATCH;
    }

    /** One at a time changes the sums. */
    private void lock() {
        database.sql("update figures_state set folded_at = :now")
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
