package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.notifications.NotificationRepository.Attempt;

/** Stores how an attempt ended and what follows from it, in one transaction. */
@Component
class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private final NotificationRepository notifications;
    private final Bounces bounces;
    private final Clock clock;

    DeliveryLog(NotificationRepository notifications, Bounces bounces, Clock clock) {
        this.notifications = notifications;
        this.bounces = bounces;
        this.clock = clock;
    }

    /**
     * Writes an attempt down and decides about the message.
     *
     * @param outcome empty if the message was no longer true
     */
    @Transactional
    void record(Claimed message, Optional<SendOutcome> outcome, Duration took) {
        var now = clock.instant();
        if (outcome.isEmpty()) {
            notifications.log(message, new Attempt(now, "OVERTAKEN", null, took.toMillis()));
            notifications.finish(message, NotificationState.OVERTAKEN, null, now);
            return;
        }
        switch (outcome.get()) {
            case SendOutcome.Sent _ -> {
                notifications.log(message, new Attempt(now, "SENT", null, took.toMillis()));
                notifications.finish(message, NotificationState.SENT, null, now);
                log.info("message sent notification={} kind={}", message.id(), message.kind());
            }
            case SendOutcome.Rejected(var isRecipient, var reason) -> {
                if (isRecipient) {
                    bounces.refused(message.id(), reason);
                }
                notifications.log(message, new Attempt(now, "REJECTED", reason, took.toMillis()));
                notifications.finish(message, NotificationState.REJECTED, reason, now);
                log.warn("message rejected notification={} kind={}", message.id(), message.kind());
            }
            case SendOutcome.Unwanted(var reason) -> {
                notifications.log(message, new Attempt(now, "UNWANTED", reason, took.toMillis()));
                notifications.finish(message, NotificationState.UNWANTED, reason, now);
            }
            case SendOutcome.Postponed(var until, var reason) ->
                    notifications.retry(message, reason, until);
            case SendOutcome.Retry(var reason) -> {
                notifications.log(message, new Attempt(now, "RETRY", reason, took.toMillis()));
                waitOrGiveUp(message, reason, now);
            }
        }
    }

    private void waitOrGiveUp(Claimed message, String reason, Instant now) {
        var pause = RetryPauses.after(message.attempt());
        if (pause.isPresent()) {
            notifications.retry(message, reason, now.plus(pause.get()));
            log.info(
                    "message waits notification={} attempt={} pauseSeconds={}",
                    message.id(),
                    message.attempt(),
                    pause.get().toSeconds());
        } else {
            notifications.finish(message, NotificationState.GIVEN_UP, reason, now);
            log.error("message given up notification={} kind={}", message.id(), message.kind());
        }
    }
}
