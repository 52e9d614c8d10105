package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Delivers one message: puts it into words, sends it outside any database transaction, and stores
 * how that ended. A message that cannot be put into words waits like one whose server is away.
 */
@Component
class MessageCourier {

    private static final Logger log = LoggerFactory.getLogger(MessageCourier.class);

    /** So many of the pool's connections, however many messages are in hand. */
    private static final int CONNECTIONS = 6;

    /** What was sent and cannot be stored would be sent again. */
    private static final List<Duration> PAUSES_BEFORE_STORING_AGAIN =
            List.of(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private final RecipientWishes wishes;
    private final Mails mails;
    private final Senders senders;
    private final DeliveryLog deliveries;
    private final ProviderWatch providers;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    MessageCourier(
            RecipientWishes wishes,
            Mails mails,
            Senders senders,
            DeliveryLog deliveries,
            ProviderWatch providers,
            Clock clock) {
        this.wishes = wishes;
        this.mails = mails;
        this.senders = senders;
        this.deliveries = deliveries;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Delivers a message.
     *
     * @param isHeld asked before it is handed over: false if somebody else may have taken it
     */
    void deliver(Taken taken, BooleanSupplier isHeld) {
        var began = System.nanoTime();
        try {
            var tried = attempt(taken.message(), isHeld);
            if (tried.isEmpty()) {
                log.warn("message left to others after a standstill notification={}", taken.id());
                return;
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            store(taken, tried.get(), took);
            providers.learn(taken, tried.get().outcome(), took);
        } catch (RuntimeException failed) {
            log.error("delivery not recorded notification={}", taken.id(), failed);
        }
    }

    private Optional<Tried> attempt(Claimed message, BooleanSupplier isHeld) {
        var written = write(message);
        if (!(written instanceof Written.Letter(var outgoing))) {
            return Optional.of(Tried.unsent(((Written.Nothing) written).because()));
        }
        if (!isHeld.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new Tried(outgoing.recipient(), send(message, outgoing)));
    }

    /** What became of the attempt to put a message into words. */
    private sealed interface Written {

        record Letter(Outgoing outgoing) implements Written {}

        record Nothing(SendOutcome because) implements Written {}
    }

    private Written write(Claimed message) {
        connections.acquireUninterruptibly();
        try {
            return switch (wishes.of(message)) {
                case Verdict.Wanted _ -> inWords(message);
                case Verdict.Unwanted(var reason) ->
                        new Written.Nothing(new SendOutcome.Unwanted(reason));
                case Verdict.Later(var at, var reason) ->
                        new Written.Nothing(new SendOutcome.Postponed(at, reason));
            };
        } catch (RuntimeException unwritable) {
            log.error("letter not written notification={}", message.id(), unwritable);
            return new Written.Nothing(
                    new SendOutcome.Retry(
                            FailureKind.NOT_WRITTEN, unwritable.getClass().getSimpleName()));
        } finally {
            connections.release();
        }
    }

    private Written inWords(Claimed message) {
        var outgoing = mails.write(message);
        return outgoing.isEmpty()
                ? new Written.Nothing(new SendOutcome.Overtaken())
                : new Written.Letter(outgoing.get());
    }

    private SendOutcome send(Claimed message, Outgoing outgoing) {
        try {
            return senders.send(message, outgoing);
        } catch (RuntimeException unexpected) {
            log.error("sender broke off notification={}", message.id(), unexpected);
            return new SendOutcome.Retry(
                    FailureKind.ANSWER_LOST, unexpected.getClass().getSimpleName());
        }
    }

    private void store(Taken taken, Tried tried, Duration took) {
        var at = clock.instant();
        for (var pause : PAUSES_BEFORE_STORING_AGAIN) {
            try {
                storeOnce(taken, tried, at, took);
                return;
            } catch (DataAccessException | TransactionException away) {
                log.warn(
                        "delivery not recorded yet notification={} reason={}",
                        taken.id(),
                        away.getClass().getSimpleName());
                LockSupport.parkNanos(pause.toNanos());
            }
        }
        storeOnce(taken, tried, at, took);
    }

    private void storeOnce(Taken taken, Tried tried, Instant at, Duration took) {
        connections.acquireUninterruptibly();
        try {
            deliveries.record(taken, tried, at, took);
        } finally {
            connections.release();
        }
    }
}
