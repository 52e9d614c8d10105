package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries the messages of one channel on this node, a bounded number side by side. A place that
 * falls free is filled within a blink, together with others that fall free in it, so that nobody
 * waits for somebody else's slow mail server and one claim serves several messages. What is in hand
 * is held by a lease of a minute that is renewed every quarter of one: a message may take as long
 * as its server likes, and those of a process that died are taken over within the minute.
 */
final class DeliveryLane {

    /** How many messages are in hand at most. */
    static final int PLACES = 8;

    /** How long a message stays with a process that gives no sign of life. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(DeliveryLane.class);
    private static final Duration BEAT = LEASE.dividedBy(4);

    /** How long a free place waits for others before it is filled alone. */
    private static final Duration BLINK = Duration.ofMillis(10);

    /** Whoever slept for longer may no longer send what it holds. */
    private static final Duration SAFELY_HELD = LEASE.minus(LEASE.dividedBy(6));

    private final Channel channel;
    private final int perSecond;
    private final DeliveryQueue queue;
    private final ChannelBreaker breaker;
    private final Crew crew;
    private final Clock clock;
    private final Map<Taken, Long> inHandSinceNanos = new HashMap<>();
    private boolean running;
    private boolean closed;
    private boolean hasNews;
    private long claimAgainNanos = System.nanoTime();
    private long blinkEndNanos = System.nanoTime();
    private long lastBeatNanos = System.nanoTime();

    /** Who does the work of a lane. */
    interface Crew {

        /**
         * Delivers one message, and never throws.
         *
         * @param isHeld tells whether nobody else can have taken the message over
         */
        void deliver(Taken message, BooleanSupplier isHeld);

        /** Tells the other nodes that there is more than one node's work. */
        void callForHelp();
    }

    /** What the running thread does next. */
    private enum Step {
        TAKE,
        RENEW,
        END
    }

    DeliveryLane(
            Channel channel,
            int perSecond,
            DeliveryQueue queue,
            ChannelBreaker breaker,
            Crew crew,
            Clock clock) {
        this.channel = channel;
        this.perSecond = perSecond;
        this.queue = queue;
        this.breaker = breaker;
        this.crew = crew;
        this.clock = clock;
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
                if (step == Step.TAKE) {
                    take();
                } else {
                    renew();
                }
            }
            isOver = true;
        } catch (DataAccessException away) {
            log.warn("messages not taken channel={} reason={}", channel, reason(away));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isOver) {
                end();
            }
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

    /** Waits until nothing is in hand, and nobody is about to take anything. */
    synchronized void awaitEmpty() throws InterruptedException {
        while (running || !inHandSinceNanos.isEmpty()) {
            wait();
        }
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
            var pause = untilNextClaim(now);
            if (hasNews && !closed && inHandSinceNanos.size() < PLACES && pause <= 0) {
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
        var isHalfFree = inHandSinceNanos.size() <= PLACES / 2;
        return Math.max(claimAgainNanos - now, isHalfFree ? 0 : blinkEndNanos - now);
    }

    private void take() {
        var room = room();
        var since = System.nanoTime();
        var now = clock.instant();
        var taken = queue.claim(channel, room, perSecond, now, now.plus(LEASE));
        if (taken.isEmpty()) {
            waitForThePermit();
            return;
        }
        hold(taken, since);
        taken.forEach(message -> Thread.startVirtualThread(() -> deliver(message)));
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

    private void deliver(Taken message) {
        try {
            crew.deliver(message, () -> holds(message));
        } finally {
            release(message);
        }
    }

    private void renew() {
        var since = System.nanoTime();
        var messages = messagesInHand();
        queue.renew(messages, clock.instant().plus(LEASE));
        renewed(messages, since);
    }

    private synchronized int room() {
        return PLACES - inHandSinceNanos.size();
    }

    private synchronized void hold(List<Taken> messages, long since) {
        messages.forEach(message -> inHandSinceNanos.put(message, since));
        hasNews = true;
    }

    private synchronized void lookAgainAfter(Duration pause) {
        claimAgainNanos = System.nanoTime() + pause.toNanos();
        hasNews = true;
    }

    private synchronized void release(Taken message) {
        inHandSinceNanos.remove(message);
        if (inHandSinceNanos.size() == PLACES - 1) {
            blinkEndNanos = System.nanoTime() + BLINK.toNanos();
        }
        if (message.isTrial()) {
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

    private static String reason(DataAccessException away) {
        return away.getClass().getSimpleName();
    }
}
