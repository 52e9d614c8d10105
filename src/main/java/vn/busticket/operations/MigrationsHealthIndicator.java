package vn.busticket.operations;

import org.flywaydb.core.Flyway;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the tables are as this program needs them. They do not go back, so that the database is
 * asked only until they are.
 */
@Component
class MigrationsHealthIndicator implements HealthIndicator {

    private final Flyway flyway;
    private volatile boolean isDone;

    MigrationsHealthIndicator(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public Health health() {
        if (!isDone) {
            isDone = flyway.info().pending().length == 0;
        }
        return (isDone ? Health.up() : Health.down()).build();
    }
}
