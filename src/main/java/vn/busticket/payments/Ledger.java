package vn.busticket.payments;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/**
 * Says where every đồng is. Entries are only ever added; the database refuses to take more out of a
 * place than a transfer has in it, and undoes the caller's transaction then.
 */
@Repository
public class Ledger {

    private final JdbcClient database;
    private final Clock clock;

    Ledger(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where money can be. */
    public enum Place {
        /** With the payer, before it reached us. */
        PAYER,
        /** Received, and nobody has said what for. */
        UNALLOCATED,
        /** Pays for something. */
        ALLOCATED,
        /** Has to go back. */
        DUE_FOR_REFUND,
        /** On its way back. */
        IN_REFUND,
        /** Back with the payer. */
        REFUNDED
    }

    /** What is left in a place of one transfer. */
    public record Part(BankTransactionId transaction, Vnd amount) {}

    /**
     * Uses unallocated money of a transfer to pay for something.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the transfer has not that
     *     much left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allocate(BankTransactionId transaction, PayableId payable, Vnd amount) {
        move(transaction, payable, Place.UNALLOCATED, Place.ALLOCATED, amount, "allocated");
    }

    /**
     * Takes back that money pays for something, without saying yet what becomes of it.
     *
     * @param reason why, in a word or two for staff
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(PayableId payable, String reason) {
        database.sql(
                        """
                        insert into ledger_entry (at, bank_transaction_id, payable_id, from_place,
                               to_place, amount_vnd, reason)
                        select :now, bank_transaction_id, :payable, 'ALLOCATED', 'UNALLOCATED',
                               sum(case when to_place = 'ALLOCATED' then amount_vnd else -amount_vnd end), :reason
                          from ledger_entry
                         where payable_id = :payable and (to_place = 'ALLOCATED' or from_place = 'ALLOCATED')
                         group by bank_transaction_id
                        having sum(case when to_place = 'ALLOCATED' then amount_vnd else -amount_vnd end) > 0
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("payable", payable.value())
                .param("reason", reason)
                .update();
    }

    /**
     * Lets money that pays for something pay for something else instead, of the newest transfer
     * first.
     *
     * @throws IllegalArgumentException if less than that pays for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassign(PayableId from, PayableId to, Vnd amount) {
        var left = amount;
        for (var part : allocatedParts(from)) {
            var piece = part.amount().atMost(left);
            if (piece.isPositive()) {
                var transaction = part.transaction();
                move(transaction, from, Place.ALLOCATED, Place.UNALLOCATED, piece, "passed on");
                move(transaction, to, Place.UNALLOCATED, Place.ALLOCATED, piece, "passed on");
                left = left.minus(piece);
            }
        }
        if (left.isPositive()) {
            throw new IllegalArgumentException("Less is allocated than is passed on: " + amount);
        }
    }

    /** Settled money for something that neither pays for it nor goes back, oldest first. */
    @Transactional(readOnly = true)
    public List<Part> unallocated(PayableId payable) {
        return database.sql(
                        """
                        select t.id, sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd
                                              else -e.amount_vnd end) as amount_vnd
                          from bank_transaction t
                          join ledger_entry e on e.bank_transaction_id = t.id
                                             and 'UNALLOCATED' in (e.from_place, e.to_place)
                         where t.payable_id = :payable and t.settled_at is not null
                         group by t.id
                        having sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd
                                        else -e.amount_vnd end) > 0
                         order by t.id
                        """)
                .param("payable", payable.value())
                .query((row, number) ->
                        new Part(
                                new BankTransactionId(row.getLong("id")),
                                new Vnd(row.getLong("amount_vnd"))))
                .list();
    }

    /** How much of a transfer is in a place; for the payer, how much came from them, negative. */
    @Transactional(readOnly = true)
    public Vnd balance(BankTransactionId transaction, Place place) {
        return sum("bank_transaction_id = :id", transaction.value(), place);
    }

    /** How much of all money for something is in a place. */
    @Transactional(readOnly = true)
    public Vnd balance(PayableId payable, Place place) {
        return sum("payable_id = :id", payable.value(), place);
    }

    /** How much of all money is in a place; the sum over all places is zero. */
    @Transactional(readOnly = true)
    public Vnd balance(Place place) {
        return sum("bank_transaction_id > :id", 0, place);
    }

    private Vnd sum(String condition, long id, Place place) {
        return database.sql(
                        """
                        select coalesce(sum(case when to_place = :place then amount_vnd
                                                 else -amount_vnd end), 0)
                          from ledger_entry
                         where (to_place = :place or from_place = :place) and
                        """
                                + condition)
                .param("place", place.name())
                .param("id", id)
                .query((row, number) -> new Vnd(row.getLong(1)))
                .single();
    }

    /** What of the money for something pays for it at the moment, by transfer, newest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Part> allocatedParts(PayableId payable) {
        return database.sql(
                        """
                        select bank_transaction_id,
                               sum(case when to_place = 'ALLOCATED' then amount_vnd else -amount_vnd end)
                                   as amount_vnd
                          from ledger_entry
                         where payable_id = :payable and (to_place = 'ALLOCATED' or from_place = 'ALLOCATED')
                         group by bank_transaction_id
                        having sum(case when to_place = 'ALLOCATED' then amount_vnd else -amount_vnd end) > 0
                         order by bank_transaction_id desc
                        """)
                .param("payable", payable.value())
                .query((row, number) ->
                        new Part(
                                new BankTransactionId(row.getLong("bank_transaction_id")),
                                new Vnd(row.getLong("amount_vnd"))))
                .list();
    }

    /**
     * Moves money of a transfer from one place to another, for who knows both in this room.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if there is not that much
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(
            BankTransactionId transaction,
            @Nullable PayableId payable,
            Place from,
            Place to,
            Vnd amount,
            String reason) {
        database.sql(
                        """
                        insert into ledger_entry (at, bank_transaction_id, payable_id, from_place,
                               to_place, amount_vnd, reason)
                        values (:now, :transaction, :payable, :from, :to, :amount, :reason)
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("transaction", transaction.value())
                .param("payable", payable == null ? null : payable.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("amount", amount.dong())
                .param("reason", reason)
                .update();
    }
}
