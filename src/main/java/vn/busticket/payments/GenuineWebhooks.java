package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** Remembers when each gateway last called us, to half a minute: one write for many calls. */
@Repository
public class GenuineWebhooks {

    private static final Logger log = LoggerFactory.getLogger(GenuineWebhooks.class);
    private static final Duration PRECISION = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Clock clock;
    private final Map<String, Instant> stored = new ConcurrentHashMap<>();

    GenuineWebhooks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes a call under the gateway's signature; whether that can be stored changes nothing. */
    public void seen(String gateway) {
        var now = clock.instant();
        var last = stored.get(gateway);
        if (last != null && Duration.between(last, now).abs().compareTo(PRECISION) < 0) {
            return;
        }
        stored.put(gateway, now);
        try {
            store(gateway, now);
        } catch (DataAccessException unreachable) {
            log.warn(
                    "time of the last webhook not stored reason={}",
                    unreachable.getClass().getSimpleName());
        }
    }

    private void store(String gateway, Instant now) {
        database.sql(
                        """
                        insert into gateway_webhook as known (gateway, last_genuine_at)
                        values (:gateway, :now)
                        on conflict (gateway) do update
                           set last_genuine_at = greatest(known.last_genuine_at, :now)
                        """)
                .param("gateway", gateway)
                .param("now", SqlTime.of(now))
                .update();
    }
}
