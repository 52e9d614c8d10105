package vn.busticket.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells where the recurring jobs stand, whichever node runs them. */
@Repository
public class JobQueries {

    private final JdbcClient database;

    JobQueries(JdbcClient database) {
        this.database = database;
    }

    /** All recurring jobs of the cluster, by their names; one query. */
    public List<JobStanding> all() {
        return database.sql(
                        """
                        select job_name, prev_fire_time, next_fire_time, trigger_state
                          from qrtz_triggers
                         where trigger_type = 'CRON'
                         order by job_name
                        """)
                .query((row, number) ->
                        new JobStanding(
                                row.getString("job_name"),
                                instant(row, "prev_fire_time"),
                                instant(row, "next_fire_time"),
                                row.getString("trigger_state").equals("ERROR")))
                .list();
    }

    /** Quartz writes milliseconds, and none or a negative number for never. */
    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
