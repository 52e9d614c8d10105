package vn.busticket.cluster;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells all nodes, this one included, that something changed; carries names only, never data. */
@Component
public class ClusterNotices {

    /** The key that stands for all: sent to every subscriber after notices may have been missed. */
    public static final String ALL = "*";

    static final String CHANNEL = "busticket";
    private static final Logger log = LoggerFactory.getLogger(ClusterNotices.class);

    private final JdbcClient database;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, List<Consumer<String>>> subscribers = new ConcurrentHashMap<>();
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    ClusterNotices(JdbcClient database) {
        this.database = database;
    }

    /** A subscription that ends when it is removed. */
    @FunctionalInterface
    public interface Registration {
        /** Ends the subscription; may be repeated. */
        void remove();
    }

    /**
     * Tells every node after the running transaction has committed, or at once where there is none;
     * nothing is told after a rollback.
     *
     * @param topic what kind of thing changed, without a colon
     * @param key which one
     */
    public void publish(String topic, String key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(topic, key);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        tell(topic, key);
                    }
                });
    }

    /**
     * Calls the listener for each notice on the topic, on another thread than the publisher's;
     * {@link #ALL} means that any may have changed.
     *
     * @return ends the subscription
     */
    public Registration subscribe(String topic, Consumer<String> listener) {
        var listeners = subscribers.computeIfAbsent(topic, unused -> new CopyOnWriteArrayList<>());
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void received(String payload) {
        var parts = payload.split(":", 3);
        if (parts.length == 3 && !parts[0].equals(node)) {
            deliver(parts[1], parts[2]);
        }
    }

    void missedSome() {
        subscribers.keySet().forEach(topic -> deliver(topic, ALL));
    }

    private void tell(String topic, String key) {
        Thread.startVirtualThread(() -> deliver(topic, key));
        waiting.add(node + ":" + topic + ":" + key);
        sendUnlessSending();
    }

    /** One statement at a time: under load it carries all notices that came during the last one. */
    private void sendUnlessSending() {
        if (sending.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::sendWaiting);
        }
    }

    private void sendWaiting() {
        try {
            var payloads = new LinkedHashSet<String>();
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                payloads.add(next);
            }
            if (!payloads.isEmpty()) {
                send(payloads);
            }
        } finally {
            sending.set(false);
        }
        if (!waiting.isEmpty()) {
            sendUnlessSending();
        }
    }

    private void send(Collection<String> payloads) {
        try {
            database.sql("select pg_notify(:channel, payload) from unnest(:payloads) as payload")
                    .param("channel", CHANNEL)
                    .param("payloads", payloads.toArray(String[]::new))
                    .query((row, number) -> true)
                    .list();
        } catch (DataAccessException unreachable) {
            log.warn(
                    "notices not sent to other nodes reason={}",
                    unreachable.getClass().getSimpleName());
        }
    }

    private void deliver(String topic, String key) {
        for (var listener : subscribers.getOrDefault(topic, List.of())) {
            try {
                listener.accept(key);
            } catch (RuntimeException failed) {
                log.warn("notice not taken topic={} key={}", topic, key, failed);
            }
        }
    }
}
