package vn.busticket.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The system's time corrected to PostgreSQL's, so that nodes whose clocks differ agree on what is
 * overdue. It is compared at most once a minute, when somebody asks for the time; the asker does
 * not wait.
 */
class DatabaseClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration SUSPICIOUS = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final InstantSource system = InstantSource.system();
    private final AtomicBoolean comparing = new AtomicBoolean();
    private volatile Duration correction = Duration.ZERO;
    private volatile Instant comparedAt;

    DatabaseClock(JdbcClient database) {
        this.database = database;
        this.comparedAt = system.instant();
        compare();
    }

    @Override
    public Instant instant() {
        var now = system.instant();
        if (Duration.between(comparedAt, now).abs().compareTo(INTERVAL) > 0
                && comparing.compareAndSet(false, true)) {
            comparedAt = now;
            Thread.startVirtualThread(this::compareAndAllowTheNext);
        }
        return now.plus(correction);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are applied at the edges, by VietnamTime");
    }

    private void compareAndAllowTheNext() {
        try {
            compare();
        } finally {
            comparing.set(false);
        }
    }

    private void compare() {
        try {
            var asked = system.instant();
            var theirs =
                    database.sql("select clock_timestamp()")
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant();
            var answered = system.instant();
            var middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
            correction = Duration.between(middle, theirs);
            if (correction.abs().compareTo(SUSPICIOUS) > 0) {
                log.warn(
                        "clock differs from the database's correctionMillis={}",
                        correction.toMillis());
            }
        } catch (DataAccessException unreachable) {
            log.warn("clock not compared reason={}", unreachable.getClass().getSimpleName());
        }
    }
}
