package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers messages: reads for several at once how things stand, then puts each into words, sends
 * it outside any database transaction, and has stored how that ended. A message that cannot be put
 * into words waits like one whose server is away.
 */
@Component
class MessageCourier {

    private static final Logger log = LoggerFactory.getLogger(MessageCourier.class);

    /** So many of the pool's connections, however many messages are in hand. */
    private static final int CONNECTIONS = 6;

    private final Backgrounds backgrounds;
    private final RecipientWishes wishes;
    private final Mails mails;
    private final Senders senders;
    private final DeliveryRecorder recorder;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    MessageCourier(
            Backgrounds backgrounds,
            RecipientWishes wishes,
            Mails mails,
            Senders senders,
            DeliveryRecorder recorder,
            Clock clock) {
        this.backgrounds = backgrounds;
        this.wishes = wishes;
        this.mails = mails;
        this.senders = senders;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Reads what is needed to write some messages; never throws. */
    List<Parcel> pack(List<Taken> messages) {
        var readNanos = System.nanoTime();
        try {
            var known = backgrounds.of(messages.stream().map(Taken::message).toList());
            return messages.stream()
                    .map(taken ->
                            new Parcel(taken, known.get(taken.message().booking()), readNanos))
                    .toList();
        } catch (RuntimeException unread) {
            log.warn("messages are read one by one count={}", messages.size(), unread);
            return messages.stream().map(taken -> new Parcel(taken, null, readNanos)).toList();
        }
    }

    /**
     * Tries to deliver a message; never throws.
     *
     * @param isHeld asked before it is handed over: false if somebody else may have taken it
     * @return how it ended, still to be stored; empty if it is left to others
     */
    Optional<Delivered> deliver(Parcel parcel, BooleanSupplier isHeld) {
        var began = System.nanoTime();
        var tried = attempt(parcel, isHeld);
        if (tried.isEmpty()) {
            log.warn(
                    "message left to others after a standstill notification={}",
                    parcel.taken().id());
        }
        return tried.map(done ->
                new Delivered(
                        parcel.taken(),
                        done,
                        clock.instant(),
                        Duration.ofNanos(System.nanoTime() - began)));
    }

    /** Stores how attempts ended; never throws. */
    void store(List<Delivered> messages) {
        recorder.store(messages);
    }

    private Optional<Tried> attempt(Parcel parcel, BooleanSupplier isHeld) {
        var message = parcel.taken().message();
        var written = write(parcel);
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

    private Written write(Parcel parcel) {
        var message = parcel.taken().message();
        connections.acquireUninterruptibly();
        try {
            var background = background(parcel);
            return switch (wishes.of(message, background)) {
                case Verdict.Wanted _ -> inWords(message, background);
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

    /** How things stand with the booking, read again if the message has waited since. */
    private @Nullable Background background(Parcel parcel) {
        var booking = parcel.taken().message().booking();
        return booking == null || parcel.isFresh() ? parcel.background() : backgrounds.of(booking);
    }

    private Written inWords(Claimed message, @Nullable Background background) {
        var outgoing = mails.write(message, background);
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
}
