package vn.busticket.notifications;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the providers of messages take them, as the breakers of the cluster know it; nothing is
 * sent for this. A provider that is away makes no node unready: its messages wait.
 */
@Component
class MailHealthIndicator implements HealthIndicator {

    private final JdbcClient database;

    MailHealthIndicator(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            var isAway =
                    database.sql(
                                    "select exists (select from message_channel where opened_at is not null)")
                            .query(Boolean.class)
                            .single();
            return (isAway ? Health.status("DEGRADED") : Health.up()).build();
        } catch (DataAccessException notKnown) {
            return Health.unknown().build();
        }
    }
}
