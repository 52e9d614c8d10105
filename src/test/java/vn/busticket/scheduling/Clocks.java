package vn.busticket.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of nodes for tests of other rooms. */
public final class Clocks {

    private Clocks() {}

    /** The clock of a node whose machine is ahead of its database's by that much. */
    public static Clock ofNodeAhead(JdbcClient database, Duration ahead) {
        return new DatabaseClock(database, InstantSource.offset(InstantSource.system(), ahead));
    }
}
