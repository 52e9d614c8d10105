package vn.busticket.trips;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;

/** Which trips leave when, for those who watch over them. */
@Component
public class Departures {

    private final JdbcClient database;

    Departures(JdbcClient database) {
        this.database = database;
    }

    /** The trips that leave their first stop within a time, soonest first, at most so many. */
    public List<TripId> between(Instant from, Instant until, int most) {
        return database.sql(
                        """
                        select id
                          from trip
                         where departs_at >= :from and departs_at < :until and state = 'SCHEDULED'
                         order by departs_at, id
                         limit :most
                        """)
                .param("from", SqlTime.of(from))
                .param("until", SqlTime.of(until))
                .param("most", most)
                .query((row, number) -> new TripId(row.getLong("id")))
                .list();
    }
}
