package vn.busticket.operations;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/** Tells staff what maintainers read at {@code /actuator/health}: how each part is on this node. */
@Component
public class HealthReport {

    private static final List<String> PARTS =
            List.of("db", "migrations", "scheduler", "gateway", "mail", "bounceMailbox");

    private final HealthContributorRegistry contributors;

    HealthReport(HealthContributorRegistry contributors) {
        this.contributors = contributors;
    }

    /** Every part with its state; asks the database, and calls no foreign system. */
    public List<PartHealth> parts() {
        return PARTS.stream().map(name -> new PartHealth(name, state(name))).toList();
    }

    private PartHealth.State state(String name) {
        return contributors.getContributor(name) instanceof HealthIndicator indicator
                        && indicator.health() instanceof Health health
                ? state(health)
                : PartHealth.State.UNKNOWN;
    }

    private static PartHealth.State state(Health health) {
        var status = health.getStatus();
        if (status.equals(Status.UP)) {
            return PartHealth.State.UP;
        }
        if (status.equals(Status.UNKNOWN)) {
            return PartHealth.State.UNKNOWN;
        }
        return status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE)
                ? PartHealth.State.DOWN
                : PartHealth.State.DEGRADED;
    }
}
