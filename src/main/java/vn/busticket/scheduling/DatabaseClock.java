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
 * PostgreSQL's time, so that nodes whose clocks differ agree on what is overdue. It is asked for at
 * most once a minute, when somebody asks for the time, who does not wait. In between the time goes
 * on by the machine's monotonic clock, which nobody can set; where the system's time has leapt
 * (because it was set, or because the machine stood still) PostgreSQL is asked at once.
 */
class DatabaseClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration SUSPICIOUS = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final InstantSource system;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private volatile Comparison last;

    /** What the clocks showed at one moment; the last by {@link System#nanoTime()}. */
    private record Comparison(Instant database, Instant system, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    DatabaseClock(JdbcClient database) {
        this(database, InstantSource.system());
    }

    /**
     * @param system the system's time, which may be wrong
     */
    DatabaseClock(JdbcClient database, InstantSource system) {
        this.database = database;
        this.system = system;
        this.last = new Comparison(system.instant(), system.instant(), System.nanoTime());
        compare();
    }

    @Override
    public Instant instant() {
        var age = last.age();
        if (hasLeapt(age)) {
            if (comparing.compareAndSet(false, true)) {
                compareAndAllowTheNext();
            }
        } else if (age.compareTo(INTERVAL) > 0 && comparing.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::compareAndAllowTheNext);
        }
        var known = last;
        return known.database().plus(known.age());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are applied at the edges, by VietnamTime");
    }

    private boolean hasLeapt(Duration age) {
        var expected = last.system().plus(age);
        return Duration.between(expected, system.instant()).abs().compareTo(SUSPICIOUS) > 0;
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
            var asked = System.nanoTime();
            var theirs =
                    database.sql("select clock_timestamp()")
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant();
            var onTheWay = (System.nanoTime() - asked) / 2;
            var ours = system.instant().minusNanos(onTheWay);
            last = new Comparison(theirs, ours, asked + onTheWay);
            tellIfSuspicious(Duration.between(ours, theirs));
        } catch (DataAccessException unreachable) {
            var known = last;
            var now = known.database().plus(known.age());
            last = new Comparison(now, system.instant(), System.nanoTime());
            log.warn("clock not compared reason={}", unreachable.getClass().getSimpleName());
        }
    }

    private static void tellIfSuspicious(Duration correction) {
        if (correction.abs().compareTo(SUSPICIOUS) > 0) {
            log.warn(
                    "clock differs from the database's correctionMillis={}", correction.toMillis());
        }
    }
}
