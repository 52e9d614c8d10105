package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Learns from every attempt whether the provider of a channel is there, and counts it. */
@Component
class ProviderWatch {

    private static final Logger log = LoggerFactory.getLogger(ProviderWatch.class);

    private final ChannelBreaker breaker;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    /** Channels with a failure that this node saw and no answer since. */
    private final Set<Channel> troubled =
            Collections.synchronizedSet(EnumSet.noneOf(Channel.class));

    ProviderWatch(ChannelBreaker breaker, DeliveryMetrics metrics, Clock clock) {
        this.breaker = breaker;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes note of an attempt. */
    void learn(Taken taken, SendOutcome outcome, Duration took) {
        switch (outcome) {
            case SendOutcome.Sent _ -> {
                metrics.tried(taken.channel(), "SENT", took);
                answered(taken);
            }
            case SendOutcome.Retry(var kind, var reason) -> {
                metrics.tried(taken.channel(), kind.name(), took);
                learn(taken, kind, reason);
            }
            case SendOutcome.Rejected(var kind, var reason) -> {
                metrics.tried(taken.channel(), kind.name(), took);
                learn(taken, kind, reason);
            }
            case SendOutcome.Overtaken() -> {
                metrics.tried(taken.channel(), "OVERTAKEN", took);
                notAsked(taken);
            }
            case SendOutcome.Unwanted _ -> {
                metrics.tried(taken.channel(), "UNWANTED", took);
                notAsked(taken);
            }
            case SendOutcome.Postponed _ -> {
                metrics.tried(taken.channel(), "POSTPONED", took);
                notAsked(taken);
            }
        }
    }

    private void learn(Taken taken, FailureKind kind, String reason) {
        switch (kind) {
            case CONNECTION, WE_ARE_REFUSED, ANSWER_LOST -> failed(taken, reason);
            case TEMPORARY, MESSAGE_REFUSED, RECIPIENT_REFUSED -> answered(taken);
            case NOT_WRITTEN -> notAsked(taken);
        }
    }

    private void failed(Taken taken, String reason) {
        troubled.add(taken.channel());
        if (breaker.failed(taken, clock.instant())) {
            log.error(
                    "provider fails, its messages wait channel={} reason={}",
                    taken.channel(),
                    reason);
        }
    }

    private void answered(Taken taken) {
        if (taken.isTrial() || troubled.remove(taken.channel())) {
            breaker.answered(taken.channel());
        }
    }

    private void notAsked(Taken taken) {
        if (taken.isTrial()) {
            breaker.notAsked(taken.channel(), clock.instant());
        }
    }
}
