package vn.busticket.payments;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.SqlTime;

/** The table of refunds sent through gateways. */
@Repository
class PayoutRepository {

    /** Longer than all calls about one payout can take together. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    /** Longer than one call can take, and what comes before it on a busy node. */
    private static final Duration SENDING = Duration.ofSeconds(30);

    private static final String SELECT =
            "select "
                    + Payout.COLUMNS
                    + """
                       from refund_payout p
                       join refund_case c on c.id = p.refund_case_id
                      where
                    """;

    private final JdbcClient database;
    private final RefundAccounts accounts;

    PayoutRepository(JdbcClient database, RefundAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Writes down, before the call, that a refund is sent; its keys stay the same for ever. */
    Payout insert(RefundCase refund, String gateway, Instant now) {
        var key = UUID.randomUUID();
        database.sql(
                        """
                        insert into refund_payout (refund_case_id, gateway, reference,
                               idempotency_key, bank_bin, account_number, account_holder,
                               requested_at, sending_until, next_check_at)
                        select c.id, :gateway, :reference, :key, c.bank_bin, c.account_number,
                               c.account_holder, :now, :sendingUntil, :lease
                          from refund_case c
                         where c.id = :refund
                        """)
                .param("refund", refund.id().value())
                .param("gateway", gateway)
                .param("reference", "BTR" + key.toString().replace("-", ""))
                .param("key", key.toString())
                .param("now", SqlTime.of(now))
                .param("sendingUntil", SqlTime.of(now.plus(SENDING)))
                .param("lease", SqlTime.of(now.plus(LEASE)))
                .update();
        return open(refund).orElseThrow();
    }

    /**
     * Writes down, before a call that pays is made again, that it may be on its way for a while.
     *
     * @return nothing if the payout has ended
     */
    Optional<Payout> sendAgain(Payout payout, RefundCase refund, Instant now) {
        var isOpen =
                database.sql(
                                        """
                                        update refund_payout set sending_until = :until
                                         where id = :id and outcome is null
                                        """)
                                .param("id", payout.id())
                                .param("until", SqlTime.of(now.plus(SENDING)))
                                .update()
                        == 1;
        return isOpen ? open(refund) : Optional.empty();
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
        return database.sql(SELECT + " p.id = :id and p.outcome is distinct from 'FAILED'")
                .param("id", payout)
                .query((row, number) -> Payout.of(row, refund, accounts))
                .optional();
    }

    /** The payout of a refund, however it has ended. */
    Payout find(long payout, RefundCase refund) {
        return database.sql(SELECT + " p.id = :id")
                .param("id", payout)
                .query((row, number) -> Payout.of(row, refund, accounts))
                .single();
    }

    /** The payout of a refund that has not ended, if there is one. */
    Optional<Payout> open(RefundCase refund) {
        return database.sql(SELECT + " p.refund_case_id = :refund and p.outcome is null")
                .param("refund", refund.id().value())
                .query((row, number) -> Payout.of(row, refund, accounts))
                .optional();
    }

    /** A payout of a refund that people closed and that the gateway paid all the same, if any. */
    Optional<Payout> closedAndPaid(RefundCase refund) {
        return database.sql(
                        SELECT
                                + """
                                p.refund_case_id = :refund and p.outcome = 'CLOSED'
                                  and p.gateway_state = 'SUCCEEDED'
                                order by p.id limit 1
                                """)
                .param("refund", refund.id().value())
                .query((row, number) -> Payout.of(row, refund, accounts))
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
            @Nullable PayoutOutcome outcome,
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
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("checks", checks)
                .param("next", time(nextCheckAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Stores that staff say by what number at the bank it was paid. */
    void paidSayStaff(Payout payout, String proof, Instant nextCheckAt) {
        database.sql(
                        """
                        update refund_payout
                           set outcome = 'SUCCEEDED', staff_proof = :proof, checks = 0,
                               next_check_at = :next
                         where id = :id and outcome is null
                        """)
                .param("id", payout.id())
                .param("proof", proof)
                .param("next", SqlTime.of(nextCheckAt))
                .update();
    }

    /**
     * Writes down who says by what proof that a payout was not paid; a word from before its refund
     * changed its state may be given anew.
     *
     * @return false if this person said so before
     */
    boolean saysUnpaid(Payout payout, AccountId staff, String proof, Instant now) {
        return database.sql(
                                """
                                insert into refund_payout_verdict (refund_payout_id, account_id,
                                       proof, at)
                                values (:id, :staff, :proof, :now)
                                on conflict (refund_payout_id, account_id) do update
                                   set proof = excluded.proof, at = excluded.at
                                 where refund_payout_verdict.at <
                                       (select c.changed_at from refund_case c where c.id = :refund)
                                """)
                        .param("id", payout.id())
                        .param("refund", payout.refund().value())
                        .param("staff", staff.value())
                        .param("proof", proof)
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    /** How many people say so since the refund changed its state. */
    int unpaidWords(Payout payout) {
        return database.sql(
                        """
                        select count(*)
                          from refund_payout_verdict v
                          join refund_payout p on p.id = v.refund_payout_id
                          join refund_case c on c.id = p.refund_case_id
                         where p.id = :id and v.at >= c.changed_at
                        """)
                .param("id", payout.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Closes a payout for good; the database refuses it without two people, or while it is sent.
     */
    void close(Payout payout, @Nullable Instant nextCheckAt, Instant now) {
        database.sql(
                        """
                        update refund_payout
                           set outcome = 'CLOSED', closed_at = :now, checks = 0,
                               next_check_at = :next
                         where id = :id and outcome is null
                        """)
                .param("id", payout.id())
                .param("next", time(nextCheckAt), Types.TIMESTAMP_WITH_TIMEZONE)
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

    /** Asks again later, or no more without a time. */
    void askAgain(Payout payout, int checks, @Nullable Instant at) {
        database.sql(
                        "update refund_payout set checks = :checks, next_check_at = :at where id = :id")
                .param("id", payout.id())
                .param("checks", checks)
                .param("at", time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
