package vn.busticket.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.payments.PaymentGateway.Link;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/**
 * The table of attempts: every statement that changes a state names the states it may come from.
 */
@Repository
class AttemptRepository {

    private final JdbcClient database;

    AttemptRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Stores a new attempt before the gateway is asked.
     *
     * @param firstCheckAt when the job takes it up, should this node not come to store an answer
     * @return nothing if another open attempt of the same payable was faster
     */
    Optional<Attempt> insert(
            StartPayment wanted, String gateway, Instant firstCheckAt, Instant now) {
        return database.sql(
                        """
                        insert into payment_attempt (token, gateway, payable_id, amount_vnd,
                               description, state, expires_at, asked_at, next_check_at, created_at)
                        values (:token, :gateway, :payable, :amount, :description, 'REQUESTED',
                               :deadline, :now, :firstCheckAt, :now)
                        on conflict (payable_id)
                          where state in ('REQUESTED', 'OPEN', 'UNKNOWN')
                            and close_requested_at is null
                        do nothing
                        returning
                        """
                                + Attempt.COLUMNS)
                .param("token", OpaqueToken.random())
                .param("gateway", gateway)
                .param("payable", wanted.payable().value())
                .param("amount", wanted.amount().dong())
                .param("description", wanted.description())
                .param("deadline", SqlTime.of(wanted.deadline()))
                .param("firstCheckAt", SqlTime.of(firstCheckAt))
                .param("now", SqlTime.of(now))
                .query(Attempt::of)
                .optional();
    }

    Optional<Attempt> find(AttemptId id) {
        return database.sql(select("id = :id"))
                .param("id", id.value())
                .query(Attempt::of)
                .optional();
    }

    Optional<Attempt> findByToken(String token) {
        return database.sql(select("token = :token"))
                .param("token", token)
                .query(Attempt::of)
                .optional();
    }

    /** The attempts of a payable that can still bring money, oldest first. */
    List<Attempt> unfinishedOf(PayableId payable) {
        return database.sql(select("payable_id = :payable and closed_at is null order by id"))
                .param("payable", payable.value())
                .query(Attempt::of)
                .list();
    }

    /** Locks the attempt with that order code until the transaction ends. */
    Optional<Attempt> lockByOrderCode(String gateway, long orderCode) {
        return database.sql(select("order_code = :orderCode and gateway = :gateway for update"))
                .param("orderCode", orderCode)
                .param("gateway", gateway)
                .query(Attempt::of)
                .optional();
    }

    /** Locks an attempt until the transaction ends. */
    Optional<Attempt> lock(AttemptId id) {
        return database.sql(select("id = :id for update"))
                .param("id", id.value())
                .query(Attempt::of)
                .optional();
    }

    /**
     * Stores the link. A state that money or a failure has decided meanwhile stays as it is; after
     * a failure the link is to be ended.
     */
    void storeLink(
            AttemptId id,
            Link link,
            boolean isFoundAgain,
            @Nullable Instant nextCheckAt,
            Instant now) {
        database.sql(
                        """
                        update payment_attempt
                           set state = case when state in ('REQUESTED', 'UNKNOWN') then 'OPEN'
                                            else state end,
                               payment_link_id = :linkId,
                               checkout_url = :checkoutUrl,
                               qr_code = coalesce(:qrText, qr_code),
                               bank_bin = coalesce(:bankBin, bank_bin),
                               account_number = coalesce(:accountNumber, account_number),
                               account_name = coalesce(:accountName, account_name),
                               transfer_text = coalesce(:transferText, transfer_text),
                               found_again = :foundAgain,
                               answered_at = :now,
                               close_requested_at =
                                   case when state in ('CANCELLED', 'EXPIRED', 'FAILED')
                                        then coalesce(close_requested_at, :now)
                                        else close_requested_at end,
                               asked_at = case when :foundAgain then asked_at end,
                               checks = 0,
                               next_check_at = :nextCheckAt
                         where id = :id
                        """)
                .param("id", id.value())
                .param("linkId", link.linkId())
                .param("checkoutUrl", link.checkoutUrl())
                .param("qrText", link.qrText())
                .param("bankBin", link.bankBin())
                .param("accountNumber", link.accountNumber())
                .param("accountName", link.accountName())
                .param("transferText", link.transferText())
                .param("foundAgain", isFoundAgain)
                .param("nextCheckAt", time(nextCheckAt))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Notes that an answer was lost; nothing changes for an attempt that is further on. */
    void markUnknown(AttemptId id) {
        database.sql(
                        """
                        update payment_attempt set state = 'UNKNOWN'
                         where id = :id and state = 'REQUESTED'
                        """)
                .param("id", id.value())
                .update();
    }

    /** Gives the attempt another order code because its own belongs to somebody else's link. */
    void renumber(AttemptId id) {
        database.sql(
                        """
                        update payment_attempt
                           set order_code = nextval('payment_order_code'), state = 'REQUESTED'
                         where id = :id and state in ('REQUESTED', 'UNKNOWN')
                        """)
                .param("id", id.value())
                .update();
    }

    /**
     * Stores what has been received in all for a locked attempt, and the state that follows.
     *
     * @return the attempt's token
     */
    String storeReceived(
            AttemptId id,
            Vnd received,
            AttemptState state,
            @Nullable Instant nextCheckAt,
            Instant now) {
        return database.sql(
                        """
                        update payment_attempt
                           set received_vnd = :received,
                               state = :state,
                               failure_reason = null,
                               asked_at = null,
                               checks = 0,
                               next_check_at = :nextCheckAt,
                               closed_at = case when :state = 'PAID' then :now end
                         where id = :id
                        returning token
                        """)
                .param("id", id.value())
                .param("received", received.dong())
                .param("state", state.name())
                .param("nextCheckAt", time(nextCheckAt))
                .param("now", SqlTime.of(now))
                .query(String.class)
                .single();
    }

    /**
     * Ends an attempt without money.
     *
     * @return false if it has ended already or has money
     */
    boolean close(
            AttemptId id,
            AttemptState state,
            String reason,
            @Nullable Instant nextCheckAt,
            Instant now) {
        return database.sql(
                                """
                                update payment_attempt
                                   set state = :state,
                                       failure_reason = :reason,
                                       closed_at = :now,
                                       asked_at = null,
                                       checks = 0,
                                       next_check_at = :nextCheckAt
                                 where id = :id and state in ('REQUESTED', 'OPEN', 'UNKNOWN')
                                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("nextCheckAt", time(nextCheckAt))
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    /** Notes that the link has to be ended, and by when the job takes it up if nobody else does. */
    void requestClose(AttemptId id, Instant nextCheckAt, Instant now) {
        database.sql(
                        """
                        update payment_attempt
                           set close_requested_at = coalesce(close_requested_at, :now),
                               next_check_at = :nextCheckAt
                         where id = :id and state <> 'PAID'
                        """)
                .param("id", id.value())
                .param("nextCheckAt", SqlTime.of(nextCheckAt))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** What our own tables know about an attempt; money that waits to be settled is not known. */
    CheckResult result(AttemptId id) {
        return results("a.id = :id", id.value()).getFirst();
    }

    /** What our own tables know about every attempt of a payable. */
    List<CheckResult> resultsOf(PayableId payable) {
        return results("a.payable_id = :id", payable.value());
    }

    private List<CheckResult> results(String condition, long id) {
        return database.sql(
                        """
                        select a.state,
                               exists (select 1 from bank_transaction t
                                        where t.order_code = a.order_code
                                          and t.gateway = a.gateway
                                          and t.settled_at is null) as settling
                          from payment_attempt a
                         where
                        """
                                + condition)
                .param("id", id)
                .query((row, number) ->
                        row.getBoolean("settling")
                                ? CheckResult.UNKNOWN
                                : CheckResult.of(AttemptState.valueOf(row.getString("state"))))
                .list();
    }

    private static String select(String condition) {
        return "select " + Attempt.COLUMNS + " from payment_attempt where " + condition;
    }

    private static java.time.@Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
