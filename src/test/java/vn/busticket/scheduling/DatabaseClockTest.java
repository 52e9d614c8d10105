package vn.busticket.scheduling;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.busticket.testing.TestDatabase;

/** Machines whose clocks are wrong, from the start or all at once. */
@Tag("P10.4")
class DatabaseClockTest {

    private static final Database DATABASE = new Database();

    private final JdbcClient database = JdbcClient.create(DATABASE);
    private final AtomicReference<Duration> wrongBy = new AtomicReference<>(Duration.ZERO);
    private final InstantSource machine =
            () -> InstantSource.system().instant().plus(wrongBy.get());

    @ParameterizedTest
    @ValueSource(longs = {-420, -3, 3, 420})
    void aMachineWhoseClockIsWrongShowsTheDatabasesTime(long seconds) {
        wrongBy.set(Duration.ofSeconds(seconds));
        var clock = new DatabaseClock(database, machine);

        assertThat(clock.instant()).isCloseTo(databasesTime(), within(1, SECONDS));
    }

    @ParameterizedTest
    @ValueSource(longs = {-420, -3, 3, 420})
    void aClockThatIsSetWhileTheNodeRunsMisleadsNobody(long seconds) {
        var clock = new DatabaseClock(database, machine);
        wrongBy.set(Duration.ofSeconds(seconds));

        assertThat(clock.instant()).isCloseTo(databasesTime(), within(1, SECONDS));
        wrongBy.set(Duration.ZERO);
        assertThat(clock.instant()).isCloseTo(databasesTime(), within(1, SECONDS));
    }

    @Test
    void theTimeGoesOnWhileTheDatabaseIsAway() {
        var clock = new DatabaseClock(database, machine);
        DATABASE.isAway.set(true);
        try {
            wrongBy.set(Duration.ofMinutes(7));
            var first = clock.instant();
            assertThat(first).isCloseTo(InstantSource.system().instant(), within(1, SECONDS));
            assertThat(clock.instant()).isAfterOrEqualTo(first);
        } finally {
            DATABASE.isAway.set(false);
        }
    }

    private Instant databasesTime() {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A database that can be away. */
    private static final class Database extends DriverManagerDataSource {

        private final AtomicBoolean isAway = new AtomicBoolean();

        Database() {
            var details = TestDatabase.create();
            setUrl(details.getJdbcUrl());
            setUsername(details.getUsername());
            setPassword(details.getPassword());
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isAway.get()) {
                throw new SQLException("away", "08001");
            }
            return super.getConnection();
        }
    }
}
