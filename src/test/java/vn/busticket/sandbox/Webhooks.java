package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks from threads of its own, tries again after growing pauses, and can be made to
 * misbehave.
 */
public final class Webhooks implements AutoCloseable {

    private static final int AT_ONCE = 32;

    private final Map<Long, WebhookDelivery> deliveries = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final WebhookPost post;
    private final List<Duration> pauses;
    private final Runnable onChange;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-webhooks").factory());
    private final Semaphore lines = new Semaphore(AT_ONCE);
    private volatile @Nullable String url;
    private volatile boolean losing;
    private volatile boolean holding;
    private volatile int copies = 1;

    Webhooks(WebhookPost post, List<Duration> pauses, Runnable onChange) {
        this.post = post;
        this.pauses = pauses;
        this.onChange = onChange;
    }

    /** Where webhooks go, if an address is registered. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Registers an address without the probe that confirm-webhook makes; null forgets it. */
    public void sendTo(@Nullable String newUrl) {
        this.url = newUrl;
        onChange.run();
    }

    /** From now on keeps new webhooks back. */
    public void hold() {
        holding = true;
    }

    /**
     * Sends what was kept back, oldest first, each after the one before it was answered, and keeps
     * nothing back from now on.
     */
    public void release() {
        holding = false;
        sendOneByOne(held());
    }

    /** As {@link #release()}, but newest first. */
    public void releaseReversed() {
        holding = false;
        List<WebhookDelivery> reversed = new ArrayList<>(held());
        Collections.reverse(reversed);
        sendOneByOne(reversed);
    }

    /** Switches on and off that new webhooks are never sent. */
    public void lose(boolean on) {
        losing = on;
    }

    /** From now on sends every new webhook so many times, all at once; 1 is normal. */
    public void duplicate(int times) {
        copies = times;
    }

    /** Sends a webhook again, as a new delivery with the same body. */
    public WebhookDelivery replay(long deliveryId) {
        WebhookDelivery old = deliveries.get(deliveryId);
        if (old == null) {
            throw new NoSuchElementException("No webhook delivery has the id " + deliveryId);
        }
        WebhookDelivery again =
                create(old.orderCode(), old.reference(), old.body(), WebhookDelivery.State.WAITING);
        sendSoon(again.id());
        return again;
    }

    /** Every delivery so far, oldest first. */
    public List<WebhookDelivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    /** The deliveries that tell of one bank reference, oldest first. */
    public List<WebhookDelivery> deliveriesOf(String reference) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.reference().equals(reference))
                .toList();
    }

    /** What is on: losing, holding, how many copies. */
    public String mode() {
        return (losing ? "losing " : "")
                + (holding ? "holding " : "")
                + (copies > 1 ? "copies: " + copies : "");
    }

    /**
     * Sends any body now, once, unrecorded, and says which status the merchant answered (0: none).
     */
    public int post(byte[] body) {
        return post.send(Optional.ofNullable(url).orElseThrow(), body).httpStatus();
    }

    /** Takes a new webhook to be sent. */
    void send(long orderCode, String reference, String body) {
        for (int copy = 0; copy < copies; copy++) {
            WebhookDelivery.State first =
                    losing || url == null
                            ? WebhookDelivery.State.LOST
                            : holding ? WebhookDelivery.State.HELD : WebhookDelivery.State.WAITING;
            WebhookDelivery delivery = create(orderCode, reference, body, first);
            if (first == WebhookDelivery.State.WAITING) {
                sendSoon(delivery.id());
            }
        }
    }

    /** Takes up deliveries again that a restart interrupted. */
    void restore(List<WebhookDelivery> waiting) {
        for (WebhookDelivery old : waiting) {
            WebhookDelivery delivery =
                    create(old.orderCode(), old.reference(), old.body(), old.state());
            if (old.state() == WebhookDelivery.State.WAITING) {
                sendSoon(delivery.id());
            }
        }
    }

    /** What a restart would have to take up again. */
    List<WebhookDelivery> unfinished() {
        return deliveries.values().stream()
                .filter(delivery ->
                        delivery.state() == WebhookDelivery.State.WAITING
                                || delivery.state() == WebhookDelivery.State.HELD)
                .toList();
    }

    void clear() {
        deliveries.clear();
        losing = false;
        holding = false;
        copies = 1;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
        post.close();
    }

    private WebhookDelivery create(
            long orderCode, String reference, String body, WebhookDelivery.State state) {
        long id = lastId.incrementAndGet();
        WebhookDelivery delivery =
                new WebhookDelivery(id, orderCode, reference, body, state, List.of());
        deliveries.put(id, delivery);
        onChange.run();
        return delivery;
    }

    private List<WebhookDelivery> held() {
        List<WebhookDelivery> held =
                deliveries.values().stream()
                        .filter(delivery -> delivery.state() == WebhookDelivery.State.HELD)
                        .toList();
        held.forEach(delivery -> change(delivery.become(WebhookDelivery.State.WAITING)));
        return held;
    }

    private void sendOneByOne(List<WebhookDelivery> inOrder) {
        senders.execute(() -> inOrder.forEach(delivery -> sendNow(delivery.id())));
    }

    private void sendSoon(long id) {
        if (!senders.isShutdown()) {
            senders.execute(() -> sendNow(id));
        }
    }

    private void sendNow(long id) {
        WebhookDelivery delivery = deliveries.get(id);
        String target = url;
        if (delivery == null || target == null) {
            return;
        }
        lines.acquireUninterruptibly();
        try {
            settle(delivery, post.send(target, delivery.body().getBytes(StandardCharsets.UTF_8)));
        } finally {
            lines.release();
        }
    }

    private void settle(WebhookDelivery delivery, WebhookDelivery.Try outcome) {
        int triesBefore = delivery.tries().size();
        if (outcome.succeeded()) {
            change(delivery.tried(outcome, WebhookDelivery.State.DELIVERED));
        } else if (timer.isShutdown()) {
            change(delivery);
        } else if (triesBefore < pauses.size()) {
            change(delivery.tried(outcome, WebhookDelivery.State.WAITING));
            var unused =
                    timer.schedule(
                            () -> sendSoon(delivery.id()),
                            pauses.get(triesBefore).toMillis(),
                            TimeUnit.MILLISECONDS);
        } else {
            change(delivery.tried(outcome, WebhookDelivery.State.GIVEN_UP));
        }
    }

    private void change(WebhookDelivery delivery) {
        deliveries.computeIfPresent(delivery.id(), (id, old) -> delivery);
        onChange.run();
    }
}
