package vn.busticket.notifications;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Stores how attempts ended: those of a moment together, because each storing waits for the disk;
 * one that cannot be stored keeps no other from it. What was sent and is not stored would be sent
 * again, so it is tried for most of a minute.
 */
@Component
class DeliveryRecorder {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRecorder.class);

    private static final List<Duration> PAUSES_BEFORE_STORING_AGAIN =
            List.of(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private final DeliveryLog deliveries;
    private final ProviderWatch providers;

    DeliveryRecorder(DeliveryLog deliveries, ProviderWatch providers) {
        this.deliveries = deliveries;
        this.providers = providers;
    }

    /** Stores how attempts ended, and learns from them about the provider; never throws. */
    void store(List<Delivered> messages) {
        var left = leftAfterStoring(messages);
        for (var pause : PAUSES_BEFORE_STORING_AGAIN) {
            if (left.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(pause.toNanos());
            left = leftAfterStoring(left);
        }
        for (var lost : left) {
            log.error("delivery not recorded notification={}", lost.taken().id());
        }
    }

    private List<Delivered> leftAfterStoring(List<Delivered> messages) {
        var byConclusion = messages.stream().collect(partitioningBy(DeliveryLog::isToBeConcluded));
        var together = byConclusion.getOrDefault(false, List.of());
        var alone = byConclusion.getOrDefault(true, List.of());
        return switch (tryToStore(together, () -> deliveries.record(together))) {
            case DONE -> leftOfThoseAlone(alone);
            case HOPELESS -> leftOfThoseAlone(messages);
            case LATER -> messages;
        };
    }

    private List<Delivered> leftOfThoseAlone(List<Delivered> messages) {
        return messages.stream().filter(one -> store(one) == Storing.LATER).toList();
    }

    private Storing store(Delivered message) {
        var storing = tryToStore(List.of(message), () -> deliveries.recordAndConclude(message));
        if (storing == Storing.HOPELESS) {
            log.error("delivery not recorded notification={}", message.taken().id());
        }
        return storing;
    }

    /** How an attempt to store ended. */
    private enum Storing {
        DONE,
        /** The database is away, or others were quicker. */
        LATER,
        /** Something among it cannot be stored. */
        HOPELESS
    }

    private Storing tryToStore(List<Delivered> messages, Runnable storing) {
        try {
            if (!messages.isEmpty()) {
                storing.run();
            }
        } catch (RuntimeException failed) {
            log.warn(
                    "deliveries not recorded yet count={} reason={}",
                    messages.size(),
                    failed.getClass().getSimpleName());
            return mayPass(failed) ? Storing.LATER : Storing.HOPELESS;
        }
        messages.forEach(this::learn);
        return Storing.DONE;
    }

    private static boolean mayPass(RuntimeException failed) {
        return failed instanceof TransactionException
                || failed instanceof DataAccessException
                        && !(failed instanceof DataIntegrityViolationException);
    }

    private void learn(Delivered message) {
        try {
            providers.learn(message.taken(), message.outcome(), message.took());
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "nothing learnt about the provider channel={} reason={}",
                    message.taken().channel(),
                    away.getClass().getSimpleName());
        }
    }
}
