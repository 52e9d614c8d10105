package vn.busticket.payments;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** The table of refunds sent through gateways. */
@Repository
class PayoutRepository {

    /** Longer than all calls about one payout can take together. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private static final String COLUMNS =
            "id, gateway, reference, idempotency_key, payout_id, checks";

    private final JdbcClient database;

    PayoutRepository(JdbcClient database) {
        this.database = database;
    }

    /** Writes down, before the call, that a refund is sent; its keys stay the same for ever. */
    Payout insert(RefundCase refund, String gateway, Instant now) {
        var key = UUID.randomUUID();
        return database.sql(
                        """
                        insert into refund_payout (refund_case_id, gateway, reference,
                               idempotency_key, requested_at, next_check_at)
                        select c.id, :gateway, :reference, :key, :now, :lease
                          from refund_case c
                         where c.id = :refund
                        returning
                        """
                                + COLUMNS)
                .param("refund", refund.id().value())
                .param("gateway", gateway)
                .param("reference", "BTR" + key.toString().replace("-", ""))
                .param("key", key.toString())
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .query((row, number) -> Payout.of(row, refund))
                .single();
    }

    /** Takes payouts that are to be asked about; a lease keeps other nodes away. */
    List<Long> claimDue(Collection<String> gateways, int most, Instant now) {
        return database.sql(
                        """
                        with due as (
                            select id from refund_payout
                             where next_check_at <= :now and gateway in (:gateways)
                             order by next_check_at
                             limit :most
                               for update skip locked)
                        update refund_payout
                           set next_check_at = :lease
                         where id in (select id from due)
                        returning id
                        """)
                .param("now", SqlTime.of(now))
                .param("gateways", gateways)
                .param("most", most)
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** The refund that a payout is for. */
    RefundId refundOf(long payout) {
        return database.sql("select refund_case_id from refund_payout where id = :id")
                .param("id", payout)
                .query((row, number) -> new RefundId(row.getLong("refund_case_id")))
                .single();
    }

    /** The payout of a refund that has not failed, if there is one. */
    Optional<Payout> living(long payout, RefundCase refund) {
        return database.sql(
                        "select %s from refund_payout where id = :id and outcome is distinct from 'FAILED'"
                                .formatted(COLUMNS))
                .param("id", payout)
                .query((row, number) -> Payout.of(row, refund))
                .optional();
    }

    /**
     * Stores what the gateway said.
     *
     * @param outcome absent while it is not decided
     * @param checks how often it was asked about since the state changed
     * @param nextCheckAt absent if it need not be asked about any more
     */
    void answered(
            Payout payout,
            PayoutAnswer.Taken answer,
            @Nullable String outcome,
            int checks,
            @Nullable Instant nextCheckAt,
            Instant now) {
        database.sql(
                        """
                        update refund_payout
                           set payout_id = :payoutId, gateway_state = :state, outcome = :outcome,
                               answered_at = :now, checks = :checks, next_check_at = :next
                         where id = :id
                        """)
                .param("id", payout.id())
                .param("payoutId", answer.payoutId())
                .param("state", answer.state().name())
                .param("outcome", outcome, Types.VARCHAR)
                .param("checks", checks)
                .param(
                        "next",
                        nextCheckAt == null ? null : SqlTime.of(nextCheckAt),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Stores that the gateway will not do it. */
    void refused(Payout payout, Instant now) {
        database.sql(
                        """
                        update refund_payout
                           set outcome = 'FAILED', answered_at = :now, next_check_at = null
                         where id = :id
                        """)
                .param("id", payout.id())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Asks again later. */
    void askAgain(Payout payout, int checks, Instant at) {
        database.sql(
                        "update refund_payout set checks = :checks, next_check_at = :at where id = :id")
                .param("id", payout.id())
                .param("checks", checks)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** Until when the gateway asked everybody to wait; the past if it did not. */
    Instant pausedUntil(String gateway) {
        return database.sql(
                        "select paused_until from gateway_pause where gateway = :gateway and paused_until is not null")
                .param("gateway", pauseOf(gateway))
                .query((row, number) -> SqlTime.instant(row, "paused_until"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** Makes all nodes wait. */
    void pause(String gateway, Instant until, Instant now) {
        database.sql(
                        """
                        insert into gateway_pause (gateway, paused_until, permits, refilled_at)
                        values (:gateway, :until, 0, :now)
                        on conflict (gateway) do update
                           set paused_until = greatest(gateway_pause.paused_until, excluded.paused_until)
                        """)
                .param("gateway", pauseOf(gateway))
                .param("until", SqlTime.of(until))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Paying out has a channel and so a pause of its own. */
    private static String pauseOf(String gateway) {
        return gateway + " payouts";
    }
}
