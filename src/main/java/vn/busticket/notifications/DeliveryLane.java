package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries the messages of one channel on this node, a bounded number side by side. A place that
 * falls free is filled within a blink, together with others that fall free in it, so that nobody
 * waits for somebody else's slow mail server and one claim serves several messages; with a quick
 * provider some wait in line already. What was tried is stored together with what else was tried
 * meanwhile. What is in hand is held by a lease of a minute that is renewed every quarter of one: a
 * message may take as long as its server likes, and those of a process that died are taken over
 * within the minute.
 */
final class DeliveryLane {

    /** How many messages are handed over side by side at most. */
    static final int PLACES = 8;

    /** How long a message stays with a process that gives no sign of life. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(DeliveryLane.class);
    private static final Duration BEAT = LEASE.dividedBy(4);

    /** How long free room waits for more before it is filled alone. */
    private static final Duration BLINK = Duration.ofMillis(10);

    /** Whoever slept for longer may no longer send what it holds. */
    private static final Duration SAFELY_HELD = LEASE.minus(LEASE.dividedBy(6));

    private final Channel channel;
    private final int perSecond;
    private final DeliveryQueue queue;
    private final ChannelBreaker breaker;
    private final DeliveryPlaces.Crew crew;
    private final Clock clock;

    /** All that was taken and is not stored yet. */
    private final Map<Taken, Long> inHandSinceNanos = new HashMap<>();

    private final DeliveryPace pace = new DeliveryPace();
    private final DeliveryPlaces places;
    private boolean running;
    private boolean closed;
    private boolean hasNews;
    private long claimAgainNanos = System.nanoTime();
    private long blinkEndNanos = System.nanoTime();
    private long lastBeatNanos = System.nanoTime();

    /** What the running thread does next. */
    private enum Step {
        TAKE,
        PUT_BACK,
        RENEW,
        END
    }

    DeliveryLane(
            Channel channel,
            int perSecond,
            DeliveryQueue queue,
            ChannelBreaker breaker,
            DeliveryPlaces.Crew crew,
            Clock clock) {
        this.channel = channel;
        this.perSecond = perSecond;
        this.queue = queue;
        this.breaker = breaker;
        this.crew = crew;
        this.clock = clock;
        this.places = new DeliveryPlaces(crew, pace, this::holds, this::release);
    }

    /**
     * Takes and delivers what is due until nothing is left and nothing is in hand; if somebody does
     * so already, lets that one look again and returns.
     */
    void run() {
        if (!begin()) {
            return;
        }
        var isOver = false;
        try {
            for (var step = next(); step != Step.END; step = next()) {
                perform(step);
            }
            isOver = true;
        } catch (DataAccessException away) {
            var reason = away.getClass().getSimpleName();
            log.warn("messages not taken channel={} reason={}", channel, reason);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isOver) {
                end();
            }
        }
    }

    private void perform(Step step) {
        switch (step) {
            case TAKE -> take();
            case PUT_BACK -> putBack();
            case RENEW -> renew();
            case END -> end();
        }
    }

    /** Takes nothing more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Takes messages again. */
    synchronized void open() {
        closed = false;
    }

    /**
     * Waits until nothing is in hand, and nobody is about to take anything.
     *
     * @return false if that took too long
     */
    synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (running || !inHandSinceNanos.isEmpty()) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Gives back what waits in line for a place. */
    synchronized void breakUpTheLine() {
        places.stopTheLine();
        notifyAll();
    }

    /** Leaves what is in hand to whoever takes it over; what is not handed over yet never is. */
    synchronized void abandon() {
        inHandSinceNanos.clear();
        notifyAll();
    }

    private synchronized boolean holds(Taken message) {
        var since = inHandSinceNanos.get(message);
        return since != null && System.nanoTime() - since < SAFELY_HELD.toNanos();
    }

    private synchronized boolean begin() {
        hasNews = true;
        notifyAll();
        if (running) {
            return false;
        }
        running = true;
        lastBeatNanos = System.nanoTime();
        return true;
    }

    /** Lets the next run begin, however this one ended. */
    private synchronized void end() {
        running = false;
        notifyAll();
    }

    private synchronized Step next() throws InterruptedException {
        while (true) {
            var now = System.nanoTime();
            if (now - lastBeatNanos >= BEAT.toNanos() && !inHandSinceNanos.isEmpty()) {
                return Step.RENEW;
            }
            if (places.isTheLineStopped()) {
                return Step.PUT_BACK;
            }
            var pause = untilNextClaim(now);
            if (hasNews && !closed && room() > 0 && pause <= 0) {
                hasNews = false;
                return Step.TAKE;
            }
            var mayTakeLater = hasNews && !closed && pause > 0;
            if (inHandSinceNanos.isEmpty() && !mayTakeLater) {
                end();
                return Step.END;
            }
            var beat = lastBeatNanos + BEAT.toNanos() - now;
            var longest = Math.max(1_000_000, mayTakeLater ? Math.min(beat, pause) : beat);
            wait(longest / 1_000_000, (int) (longest % 1_000_000));
        }
    }

    private long untilNextClaim(long now) {
        var isHalfFree = inHandSinceNanos.size() <= (PLACES + pace.ahead()) / 2;
        return Math.max(claimAgainNanos - now, isHalfFree ? 0 : blinkEndNanos - now);
    }

    private void take() {
        var room = roomNow();
        if (room <= 0) {
            lookAgain();
            return;
        }
        var since = System.nanoTime();
        var now = clock.instant();
        var taken = queue.claim(channel, room, perSecond, now, now.plus(LEASE));
        if (taken.isEmpty()) {
            waitForThePermit();
            return;
        }
        hold(taken, since);
        places.lineUp(crew.pack(taken));
        if (taken.size() == room) {
            crew.callForHelp();
        }
    }

    private void waitForThePermit() {
        var pause = breaker.untilNextPermit(channel, perSecond, clock.instant());
        if (!pause.isZero()) {
            lookAgainAfter(pause);
        }
    }

    private void putBack() {
        var untried = places.breakUpTheLine();
        try {
            queue.putBack(untried, clock.instant());
        } finally {
            release(untried);
            lookAgain();
        }
    }

    private void renew() {
        var since = System.nanoTime();
        var messages = messagesInHand();
        queue.renew(messages, clock.instant().plus(LEASE));
        renewed(messages, since);
    }

    private synchronized int roomNow() {
        pace.reckon();
        return room();
    }

    private int room() {
        return PLACES + pace.ahead() - inHandSinceNanos.size();
    }

    private synchronized void hold(List<Taken> messages, long since) {
        messages.forEach(message -> inHandSinceNanos.put(message, since));
        hasNews = true;
    }

    private synchronized void lookAgain() {
        hasNews = true;
    }

    private synchronized void lookAgainAfter(Duration pause) {
        claimAgainNanos = System.nanoTime() + pause.toNanos();
        hasNews = true;
    }

    private synchronized void release(List<Taken> messages) {
        var wasFull = room() <= 0;
        messages.forEach(inHandSinceNanos::remove);
        if (wasFull) {
            blinkEndNanos = System.nanoTime() + BLINK.toNanos();
        }
        if (messages.stream().anyMatch(Taken::isTrial)) {
            // If the provider is back, all that waits may go now.
            hasNews = true;
        }
        notifyAll();
    }

    private synchronized List<Taken> messagesInHand() {
        return List.copyOf(inHandSinceNanos.keySet());
    }

    private synchronized void renewed(List<Taken> messages, long since) {
        lastBeatNanos = since;
        for (var message : messages) {
            inHandSinceNanos.replace(message, since);
        }
    }
}
