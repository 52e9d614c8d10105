package vn.busticket.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long messages are tried and kept.
 *
 * @param giveUpAfter how long a message may wait for a provider before nobody waits any more
 * @param keptFor how long a message that has ended, and what was tried with it, can be looked up
 */
@ConfigurationProperties("busticket.notifications")
record OutboxProperties(
        @DefaultValue("3d") Duration giveUpAfter, @DefaultValue("400d") Duration keptFor) {

    OutboxProperties {
        if (!giveUpAfter.isPositive() || !keptFor.isPositive()) {
            throw new IllegalArgumentException("busticket.notifications: times must be above zero");
        }
    }
}
