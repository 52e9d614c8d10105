package vn.busticket.analytics;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/**
 * Proves that the sums are those of the facts, and mends them. Whoever sells meanwhile does not
 * wait; only the job that adds to the sums does.
 */
@Service
public class SalesRepair {

    private static final Logger log = LoggerFactory.getLogger(SalesRepair.class);

    private final JdbcClient database;
    private final Clock clock;

    SalesRepair(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the sums of these days those of the facts; may be repeated. The same as {@code select
     * mend_sales(first, last)}.
     *
     * @return how many sums differed; 0 proves that all were right
     */
    @Transactional
    public long mend(Period period) {
        var found =
                database.sql("select mend_sales(:first, :last)")
                        .param("first", period.from())
                        .param("last", period.to())
                        .query(Long.class)
                        .single();
        database.sql("update figures_state set differences = :found, proved_at = :now")
                .param("found", found)
                .param("now", SqlTime.of(clock.instant()))
                .update();
        if (found > 0) {
            log.error("sums differed from facts and were mended count={} period={}", found, period);
        }
        return found;
    }

    /** How many sums differed when that was last looked at. */
    long lastFound() {
        return database.sql("select differences from figures_state").query(Long.class).single();
    }
}
