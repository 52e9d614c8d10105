package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers messages: takes them, writes and sends them outside any database transaction, and stores
 * how it ended. A message whose letter cannot be written waits like one whose server is away.
 */
@Component
class NotificationDelivery {

    private static final Logger log = LoggerFactory.getLogger(NotificationDelivery.class);
    private static final int AT_ONCE = 20;

    /** Longer than the slowest talk with a mail server. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final NotificationRepository notifications;
    private final RecipientWishes wishes;
    private final Mails mails;
    private final MessageSender sender;
    private final DeliveryLog deliveries;
    private final Clock clock;

    NotificationDelivery(
            NotificationRepository notifications,
            RecipientWishes wishes,
            Mails mails,
            MessageSender sender,
            DeliveryLog deliveries,
            Clock clock) {
        this.notifications = notifications;
        this.wishes = wishes;
        this.mails = mails;
        this.sender = sender;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Tries some due messages side by side.
     *
     * @return how many were tried
     */
    int deliverSome() {
        var now = clock.instant();
        var messages = notifications.claim(AT_ONCE, now, now.plus(LEASE));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            messages.forEach(message -> threads.execute(() -> deliver(message)));
        }
        return messages.size();
    }

    private void deliver(Claimed message) {
        var began = System.nanoTime();
        try {
            var outcome = send(message);
            deliveries.record(message, outcome, Duration.ofNanos(System.nanoTime() - began));
        } catch (Exception failed) {
            log.error("message not delivered notification={}", message.id(), failed);
        }
    }

    private Optional<SendOutcome> send(Claimed message) {
        try {
            return switch (wishes.of(message)) {
                case Verdict.Wanted _ -> mails.write(message).map(this::handOver);
                case Verdict.Unwanted(var reason) -> Optional.of(new SendOutcome.Unwanted(reason));
                case Verdict.Later(var at, var reason) ->
                        Optional.of(new SendOutcome.Postponed(at, reason));
            };
        } catch (RuntimeException unwritable) {
            log.error("letter not written notification={}", message.id(), unwritable);
            return Optional.of(
                    new SendOutcome.Retry("not written: " + unwritable.getClass().getSimpleName()));
        }
    }

    private SendOutcome handOver(Outgoing message) {
        return switch (message) {
            case OutgoingMail mail -> sender.send(mail);
            case OutgoingSms _ -> new SendOutcome.Rejected(false, "no provider for short texts");
        };
    }
}
