package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/**
 * Delivers what waits in the outbox, on a lane for each channel. A node that finds more than it can
 * carry calls the others. When the process ends, what is in hand is finished and nothing more is
 * taken.
 */
@Component
class NotificationDelivery implements SmartLifecycle, DeliveryLane.Crew {

    private static final String BACKLOG = "outbox";
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final String node = UUID.randomUUID().toString();
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
    public void deliver(Taken message, BooleanSupplier isHeld) {
        courier.deliver(message, isHeld);
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
        lanes.forEach(DeliveryLane::close);
        try {
            for (var lane : lanes) {
                lane.awaitEmpty();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        isRunning = false;
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
