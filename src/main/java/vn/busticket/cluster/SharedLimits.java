package vn.busticket.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Limits how often something may happen in a minute, counted over all nodes. Needs a connection of
 * its own: do not ask inside a transaction.
 */
@Component
public class SharedLimits {

    private static final int CLEANING_BATCH = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final MeterRegistry meters;

    SharedLimits(DataSource dataSource, MeterRegistry meters) {
        this.meters = meters;
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("rate_limit")
                        .idColumn("id")
                        .stateColumn("state")
                        .expiresAtColumn("expires_at")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofMinutes(1)))
                        .build();
    }

    /**
     * Counts one more event.
     *
     * @param limit name of the limit
     * @param key who is limited: a visitor, an address key, an account; no personal data in clear
     * @param perMinute how many events a minute may have; they come back evenly
     * @return false if that is one too many
     */
    public boolean tryAcquire(String limit, String key, int perMinute) {
        return tryAcquire(limit, key, perMinute, Duration.ofMinutes(1));
    }

    /**
     * Counts one more event within any period.
     *
     * @param limit name of the limit
     * @param key who is limited
     * @param permits how many events the period may have; they come back evenly
     * @param period the length of the period
     * @return false if that is one too many
     */
    public boolean tryAcquire(String limit, String key, int permits, Duration period) {
        return waitFor(limit, key, permits, period).isZero();
    }

    /**
     * Counts one more event within any period, or says how long it is one too many.
     *
     * @param limit name of the limit
     * @param key who is limited
     * @param permits how many events the period may have; they come back evenly
     * @param period the length of the period
     * @return zero if it was counted, else how long to wait
     */
    public Duration waitFor(String limit, String key, int permits, Duration period) {
        var configuration =
                BucketConfiguration.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(permits).refillGreedy(permits, period))
                        .build();
        var answer =
                buckets.builder()
                        .build(limit + ":" + key, () -> configuration)
                        .tryConsumeAndReturnRemaining(1);
        meters.counter(
                        "busticket.limits",
                        "limit",
                        limit,
                        "outcome",
                        answer.isConsumed() ? "counted" : "refused")
                .increment();
        return answer.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, answer.getNanosToWaitForRefill()));
    }

    int forgetOld() {
        return buckets.removeExpired(CLEANING_BATCH);
    }
}
