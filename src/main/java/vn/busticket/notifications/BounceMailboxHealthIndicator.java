package vn.busticket.notifications;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this node could look into the mailbox of returned mail when it last tried; unknown where
 * none is set up or another node has always looked.
 */
@Component
class BounceMailboxHealthIndicator implements HealthIndicator {

    private final BounceMailbox mailbox;

    BounceMailboxHealthIndicator(BounceMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Health health() {
        return mailbox.lastReading()
                .map(reading ->
                        switch (reading) {
                            case READ -> Health.up();
                            case AWAY -> Health.status("DEGRADED");
                        })
                .orElseGet(Health::unknown)
                .build();
    }
}
