package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/**
 * Delivers what waits in the outbox, on a lane for each channel. A node that finds more than it can
 * carry calls the others. When the process ends, what is in hand is finished and nothing more is
 * taken.
 */
@Component
class NotificationDelivery implements SmartLifecycle, DeliveryPlaces.Crew {

    private static final String BACKLOG = "outbox";
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    /**
     * How long a provider may take to answer when the process ends. Together with the time to write
     * it down it is less than the half minute after which Spring goes on without waiting.
     */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long it may take to store what became of what was in hand. */
    static final Duration TO_WRITE_IT_DOWN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(NotificationDelivery.class);

    private final String node = UUID.randomUUID().toString();
    private final Senders senders;
    private final MessageCourier courier;
    private final ClusterNotices notices;
    private final List<DeliveryLane> lanes;
    private final AtomicLong lastCallNanos =
            new AtomicLong(System.nanoTime() - BETWEEN_CALLS.toNanos());
    private volatile boolean isRunning;

    NotificationDelivery(
            Senders senders,
            DeliveryQueue queue,
            ChannelBreaker breaker,
            MessageCourier courier,
            ClusterNotices notices,
            Clock clock) {
        this.senders = senders;
        this.courier = courier;
        this.notices = notices;
        this.lanes =
                senders.channels().stream()
                        .map(channel ->
                                new DeliveryLane(
                                        channel,
                                        senders.perSecond(channel),
                                        queue,
                                        breaker,
                                        this,
                                        clock))
                        .toList();
        notices.subscribe(BACKLOG, this::help);
    }

    /** Delivers until nothing is due and nothing in hand; what others have in hand is theirs. */
    void deliverDue() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.forEach(lane -> threads.execute(lane::run));
        }
    }

    @Override
    public List<Parcel> pack(List<Taken> messages) {
        return courier.pack(messages);
    }

    @Override
    public Optional<Delivered> deliver(Parcel parcel, BooleanSupplier isHeld) {
        return courier.deliver(parcel, isHeld);
    }

    @Override
    public void store(List<Delivered> messages) {
        courier.store(messages);
    }

    @Override
    public void callForHelp() {
        var last = lastCallNanos.get();
        var now = System.nanoTime();
        if (now - last >= BETWEEN_CALLS.toNanos() && lastCallNanos.compareAndSet(last, now)) {
            notices.publish(BACKLOG, node);
        }
    }

    private void help(String caller) {
        if (!caller.equals(node)) {
            Thread.startVirtualThread(this::deliverDue);
        }
    }

    @Override
    public void start() {
        lanes.forEach(DeliveryLane::open);
        isRunning = true;
    }

    /** Returns when nothing is in hand any more, while the connections are still there. */
    @Override
    public void stop() {
        stop(PATIENCE);
    }

    /**
     * Finishes what is in hand. A provider that says nothing for too long is hung up on: what was
     * handed over in full counts as sent without an answer, what was not waits unharmed.
     */
    void stop(Duration patience) {
        lanes.forEach(DeliveryLane::close);
        try {
            if (!areEmptyWithin(patience)) {
                lanes.forEach(DeliveryLane::breakUpTheLine);
                senders.hangUp();
                if (!areEmptyWithin(TO_WRITE_IT_DOWN)) {
                    log.warn("messages in hand are left to whoever takes them over");
                    lanes.forEach(DeliveryLane::abandon);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        isRunning = false;
    }

    private boolean areEmptyWithin(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var areEmpty = true;
        for (var lane : lanes) {
            areEmpty &= lane.awaitEmpty(Duration.ofNanos(end - System.nanoTime()));
        }
        return areEmpty;
    }

    /** Waits beside others that stop, so that it does not hold them up. */
    @Override
    public void stop(Runnable stopped) {
        Thread.startVirtualThread(() -> {
            stop();
            stopped.run();
        });
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
