package vn.busticket.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    /** Monday, 23 November 2026, 10:00 in Vietnam: where every test begins. */
    public static final Instant START = Instant.parse("2026-11-23T03:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    /** Moves to that instant. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves on. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are applied at the edges, by VietnamTime");
    }
}
