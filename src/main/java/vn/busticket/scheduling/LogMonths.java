package vn.busticket.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** The partitions of the logs that are cut by month. */
@Repository
class LogMonths {

    private final JdbcClient database;

    LogMonths(JdbcClient database) {
        this.database = database;
    }

    /** Makes what is missing of the months from one to another; may be repeated. */
    void make(MonthlyLog log, LocalDate first, LocalDate last) {
        database.sql(
                        """
                        select make_log_month(:table, month::date)
                          from generate_series(date_trunc('month', cast(:first as date)), cast(:last as date),
                                               interval '1 month') month
                        """)
                .param("table", log.table())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> true)
                .list();
    }

    /** Drops months that are over and hold nothing any more; their names. */
    List<String> dropEmptied(MonthlyLog log, Instant now) {
        return database.sql("select drop_emptied_log_months(:table, :now)")
                .param("table", log.table())
                .param("now", SqlTime.of(now))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
