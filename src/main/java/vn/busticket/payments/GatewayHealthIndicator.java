package vn.busticket.payments;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether gateways answer, as the breakers of the cluster know it; nobody is called for this. A
 * gateway that is away makes no node unready: seats are still found, held and booked.
 */
@Component
class GatewayHealthIndicator implements HealthIndicator {

    private final JdbcClient database;

    GatewayHealthIndicator(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            var isAway =
                    database.sql(
                                    "select exists (select from gateway_pause where opened_at is not null)")
                            .query(Boolean.class)
                            .single();
            return (isAway ? Health.status("DEGRADED") : Health.up()).build();
        } catch (DataAccessException notKnown) {
            return Health.unknown().build();
        }
    }
}
