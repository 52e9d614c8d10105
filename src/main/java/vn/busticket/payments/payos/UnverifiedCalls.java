package vn.busticket.payments.payos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.payments.PaymentsProperties;

/**
 * Limits webhook calls that could not be verified, per address: first on this node alone, so that a
 * flood does not reach the database, then over all nodes.
 */
@Component
class UnverifiedCalls {

    private static final Logger log = LoggerFactory.getLogger(UnverifiedCalls.class);
    private static final int MOST_ADDRESSES = 20_000;

    private final SharedLimits limits;
    private final int perMinute;
    private final Cache<String, AtomicInteger> onThisNode =
            Caffeine.newBuilder()
                    .maximumSize(MOST_ADDRESSES)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    UnverifiedCalls(SharedLimits limits, PaymentsProperties properties) {
        this.limits = limits;
        this.perMinute = properties.webhookRatePerMinute();
    }

    /** Counts one more; true if it is one too many. */
    boolean areTooManyFrom(String addressKey) {
        var here = onThisNode.get(addressKey, unused -> new AtomicInteger()).incrementAndGet();
        return here > perMinute || !isAdmittedByAll(addressKey);
    }

    /** Without a database there is nothing to protect but this node, and an answer is still due. */
    private boolean isAdmittedByAll(String addressKey) {
        try {
            return limits.tryAcquire("webhook", addressKey, perMinute);
        } catch (RuntimeException unreachable) {
            log.debug("shared limit not asked", unreachable);
            return true;
        }
    }
}
