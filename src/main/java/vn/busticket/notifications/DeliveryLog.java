package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.notifications.DeliveryQueue.Attempt;
import vn.busticket.notifications.DeliveryQueue.Ended;
import vn.busticket.notifications.DeliveryQueue.Ending;

/** Stores how attempts ended and what follows from it for their messages. */
@Component
class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private final DeliveryQueue queue;
    private final SmsArrivals arrivals;
    private final Bounces bounces;

    DeliveryLog(DeliveryQueue queue, SmsArrivals arrivals, Bounces bounces) {
        this.queue = queue;
        this.arrivals = arrivals;
        this.bounces = bounces;
    }

    /** Writes attempts from which nothing else follows down, in one statement: all or none. */
    void record(List<Delivered> messages) {
        var ended = messages.stream().map(DeliveryLog::ended).toList();
        queue.end(ended);
        ended.forEach(DeliveryLog::tell);
    }

    /** Writes an attempt down, and what follows from it elsewhere. */
    @Transactional
    void recordAndConclude(Delivered message) {
        record(List.of(message));
        var taken = message.taken();
        if (message.outcome() instanceof SendOutcome.Sent(_, var reference) && reference != null) {
            arrivals.follow(taken.id(), reference, message.at());
        }
        if (isToBeConcluded(message)
                && message.outcome() instanceof SendOutcome.Rejected(_, var reason)) {
            bounces.refused(taken.id(), reason);
        }
    }

    /** True if more follows from an attempt than where its message stands. */
    static boolean isToBeConcluded(Delivered message) {
        return switch (message.outcome()) {
            case SendOutcome.Sent(_, var reference) -> reference != null;
            case SendOutcome.Rejected(var kind, _) ->
                    kind == FailureKind.RECIPIENT_REFUSED
                            && message.taken().channel() == Channel.EMAIL;
            case SendOutcome.Retry _,
                    SendOutcome.Overtaken _,
                    SendOutcome.Unwanted _,
                    SendOutcome.Postponed _ ->
                    false;
        };
    }

    private static Ended ended(Delivered message) {
        return new Ended(
                message.taken().message(),
                attempt(message.tried(), message.at(), message.took()),
                ending(message.taken(), message.outcome(), message.at()));
    }

    private static Attempt attempt(Tried tried, Instant at, Duration took) {
        var millis = took.toMillis();
        var to = tried.recipient();
        return switch (tried.outcome()) {
            case SendOutcome.Sent(var answer, _) ->
                    new Attempt(at, "SENT", to, null, answer, millis);
            case SendOutcome.Retry(var kind, var reason) ->
                    new Attempt(at, "RETRY", to, kind.name(), reason, millis);
            case SendOutcome.Rejected(var kind, var reason) ->
                    new Attempt(at, "REJECTED", to, kind.name(), reason, millis);
            case SendOutcome.Overtaken() -> new Attempt(at, "OVERTAKEN", to, null, null, millis);
            case SendOutcome.Unwanted(var reason) ->
                    new Attempt(at, "UNWANTED", to, null, reason, millis);
            case SendOutcome.Postponed(_, var reason) ->
                    new Attempt(at, "POSTPONED", to, null, reason, millis);
        };
    }

    private static Ending ending(Taken taken, SendOutcome outcome, Instant at) {
        return switch (outcome) {
            case SendOutcome.Sent _ -> over(taken, NotificationState.SENT, null);
            case SendOutcome.Retry(var kind, var reason) -> waiting(taken, kind, reason, at);
            case SendOutcome.Rejected(_, var reason) ->
                    over(taken, NotificationState.REJECTED, reason);
            case SendOutcome.Overtaken() -> over(taken, NotificationState.OVERTAKEN, null);
            case SendOutcome.Unwanted(var reason) ->
                    over(taken, NotificationState.UNWANTED, reason);
            case SendOutcome.Postponed(var next, var reason) ->
                    new Ending(NotificationState.QUEUED, reason, taken.failures(), next);
        };
    }

    private static Ending over(Taken taken, NotificationState state, @Nullable String reason) {
        return new Ending(state, reason, taken.failures(), null);
    }

    private static Ending waiting(Taken taken, FailureKind kind, String reason, Instant at) {
        var failures = taken.failures() + (kind.isOfAnotherMaking() ? 0 : 1);
        return RetryPauses.after(kind, failures)
                .map(pause ->
                        new Ending(NotificationState.QUEUED, reason, failures, at.plus(pause)))
                .orElseGet(() -> new Ending(NotificationState.GIVEN_UP, reason, failures, null));
    }

    private static void tell(Ended ended) {
        var message = ended.message();
        var ending = ended.ending();
        switch (ending.state()) {
            case QUEUED ->
                    log.info(
                            "message waits notification={} attempt={} until={}",
                            message.id(),
                            message.attempt(),
                            Objects.requireNonNull(ending.nextAttemptAt()));
            case SENT, OVERTAKEN, UNWANTED ->
                    log.info(
                            "message ended notification={} kind={} channel={} state={}",
                            message.id(),
                            message.kind(),
                            message.channel(),
                            ending.state());
            case REJECTED ->
                    log.warn(
                            "message rejected notification={} kind={} channel={}",
                            message.id(),
                            message.kind(),
                            message.channel());
            case GIVEN_UP ->
                    log.error(
                            "message given up notification={} kind={} channel={}",
                            message.id(),
                            message.kind(),
                            message.channel());
        }
    }
}
