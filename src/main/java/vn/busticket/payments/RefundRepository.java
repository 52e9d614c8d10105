package vn.busticket.payments;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** The tables of refunds, their approvals and their history. */
@Repository
class RefundRepository {

    private final JdbcClient database;
    private final RefundAccounts accounts;

    RefundRepository(JdbcClient database, RefundAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** What a new refund is made of. */
    record Opening(
            String token,
            BankTransactionId transaction,
            @Nullable PayableId payable,
            Vnd amount,
            RefundReason reason,
            int approvalsNeeded) {}

    /** Stores a refund that waits for an account. */
    RefundId insert(Opening opening, Instant now) {
        var payable = opening.payable();
        return database.sql(
                        """
                        with opened as (
                            insert into refund_case (token, bank_transaction_id, payable_id,
                                   amount_vnd, reason, state, approvals_needed, opened_at,
                                   changed_at)
                            values (:token, :transaction, :payable, :amount, :reason,
                                   'NEEDS_ACCOUNT', :approvals, :now, :now)
                            returning id),
                        told as (
                            insert into refund_event (refund_case_id, at, actor, to_state, what)
                            select id, :now, 'SYSTEM', 'NEEDS_ACCOUNT', 'opened' from opened)
                        select id from opened
                        """)
                .param("token", opening.token())
                .param("transaction", opening.transaction().value())
                .param("payable", payable == null ? null : payable.value(), Types.BIGINT)
                .param("amount", opening.amount().dong())
                .param("reason", opening.reason().name())
                .param("approvals", opening.approvalsNeeded())
                .param("now", SqlTime.of(now))
                .query((row, number) -> new RefundId(row.getLong("id")))
                .single();
    }

    /** Locks a refund until the transaction ends. */
    Optional<RefundCase> lock(RefundId id) {
        return database.sql(
                        "select %s from refund_case where id = :id for update"
                                .formatted(RefundCase.COLUMNS))
                .param("id", id.value())
                .query((row, number) -> RefundCase.of(row, accounts))
                .optional();
    }

    /** As {@link #lock}, by the name that the passenger has. */
    Optional<RefundCase> lockByToken(String token) {
        return database.sql(
                        "select %s from refund_case where token = :token for update"
                                .formatted(RefundCase.COLUMNS))
                .param("token", token)
                .query((row, number) -> RefundCase.of(row, accounts))
                .optional();
    }

    /** Locks the refund that has waited longest to be sent and that no other node has. */
    Optional<RefundCase> lockNextApproved(Collection<String> gateways) {
        return database.sql(
                        """
                        select %s
                          from refund_case
                         where id = (select c.id
                                       from refund_case c
                                       join bank_transaction t on t.id = c.bank_transaction_id
                                      where c.state = 'APPROVED' and t.gateway in (:gateways)
                                      order by c.changed_at, c.id
                                      limit 1
                                        for update of c skip locked)
                           for update
                        """
                                .formatted(RefundCase.COLUMNS))
                .param("gateways", gateways)
                .query((row, number) -> RefundCase.of(row, accounts))
                .optional();
    }

    /** Stores the account; agreement to another account counts no longer. */
    void storeAccount(RefundCase refund, RefundAccounts.Sealed account, AccountSource source) {
        database.sql(
                        """
                        update refund_case
                           set bank_bin = :bin, account_number = :number,
                               account_holder = :holder, account_source = :source,
                               approval_round = approval_round + 1
                         where id = :id
                        """)
                .param("id", refund.id().value())
                .param("bin", account.bankBin())
                .param("number", account.number())
                .param("holder", account.holder())
                .param("source", source.name())
                .update();
    }

    /** Forgets the account and all agreement to it. */
    void forgetAccount(RefundCase refund) {
        database.sql(
                        """
                        update refund_case
                           set bank_bin = null, account_number = null, account_holder = null,
                               account_source = null, approval_round = approval_round + 1
                         where id = :id
                        """)
                .param("id", refund.id().value())
                .update();
    }

    /** Begins a new round of approvals. */
    void beginRound(RefundCase refund) {
        database.sql("update refund_case set approval_round = approval_round + 1 where id = :id")
                .param("id", refund.id().value())
                .update();
    }

    /** Writes down that somebody agrees; false if they did so in this round before. */
    boolean approve(RefundCase refund, AccountId account, Instant now) {
        return database.sql(
                                """
                                insert into refund_approval (refund_case_id, round, account_id, at)
                                values (:id, :round, :account, :now)
                                on conflict do nothing
                                """)
                        .param("id", refund.id().value())
                        .param("round", refund.round())
                        .param("account", account.value())
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    /** How many people agree in the current round. */
    int approvals(RefundCase refund) {
        return database.sql(
                        """
                        select count(*) from refund_approval
                         where refund_case_id = :id and round = :round
                        """)
                .param("id", refund.id().value())
                .param("round", refund.round())
                .query(Integer.class)
                .single();
    }

    /** Stores the proof of a transfer made by hand. */
    void storeProof(RefundCase refund, String reference, @Nullable String note) {
        database.sql(
                        """
                        update refund_case
                           set hand_reference = :reference, hand_note = :note
                         where id = :id
                        """)
                .param("id", refund.id().value())
                .param("reference", reference)
                .param("note", note, Types.VARCHAR)
                .update();
    }

    /** Writes into the history what was done without changing the state. */
    void note(RefundCase refund, RefundActor actor, String what, Instant now) {
        database.sql(
                        """
                        insert into refund_event (refund_case_id, at, actor, account_id,
                               from_state, to_state, what)
                        values (:id, :now, :actor, :account, :state, :state, :what)
                        """)
                .param("id", refund.id().value())
                .param("state", refund.state().name())
                .param("actor", actor.kind())
                .param(
                        "account",
                        actor.account() == null ? null : actor.account().value(),
                        Types.BIGINT)
                .param("what", what)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Changes the state and writes it into the history. */
    void move(
            RefundCase refund,
            RefundState to,
            RefundActor actor,
            String what,
            @Nullable String failure,
            Instant now) {
        database.sql(
                        """
                        with moved as (
                            update refund_case
                               set state = :to, changed_at = :now, failure_reason = :failure,
                                   finished_at = case when :to = 'REFUNDED'
                                                      then cast(:now as timestamptz) end
                             where id = :id
                            returning id)
                        insert into refund_event (refund_case_id, at, actor, account_id,
                               from_state, to_state, what)
                        select id, :now, :actor, :account, :from, :to, :what from moved
                        """)
                .param("id", refund.id().value())
                .param("from", refund.state().name())
                .param("to", to.name())
                .param("failure", failure, Types.VARCHAR)
                .param("actor", actor.kind())
                .param(
                        "account",
                        actor.account() == null ? null : actor.account().value(),
                        Types.BIGINT)
                .param("what", what)
                .param("now", SqlTime.of(now))
                .update();
    }
}
