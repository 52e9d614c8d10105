package vn.busticket.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a recurring job stands in the cluster.
 *
 * @param job its name
 * @param firedAt when it last began by its time; empty if it never has
 * @param nextAt when it is to begin next; empty if never
 * @param isBroken true if the scheduler has given it up
 */
public record JobStanding(
        String job, Optional<Instant> firedAt, Optional<Instant> nextAt, boolean isBroken) {

    /** How long it should have begun already; zero if it is in time. */
    public Duration lateness(Instant now) {
        return nextAt.filter(next -> next.isBefore(now))
                .map(next -> Duration.between(next, now))
                .orElse(Duration.ZERO);
    }
}
