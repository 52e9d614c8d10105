package vn.busticket.bookings;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Repository;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/**
 * Changes many bookings at once because of the time, each batch in one statement that also writes
 * the history. Rows that somebody else is just changing are left for the next run.
 */
@Repository
class BookingSweeps {

    static final int BATCH = 1_000;

    private final JdbcClient database;

    BookingSweeps(JdbcClient database) {
        this.database = database;
    }

    /** An unpaid booking whose deadline has passed. */
    record Overdue(
            BookingId id,
            HoldId holdId,
            Instant paymentDeadline,
            Instant heldUntil,
            boolean isPartPaid) {}

    /** Where a batch ended, so that the next one goes on behind it. */
    record Position(Instant paymentDeadline, long id) {

        static final Position START = new Position(Instant.EPOCH, 0);
    }

    /** Locks the next overdue bookings, oldest deadline first. */
    List<Overdue> lockOverdue(Position after, Instant now) {
        return overdue("for update skip locked", after, BATCH, now);
    }

    /** The overdue bookings of which somebody may still ask the gateway. */
    List<Overdue> overdue(int limit, Instant now) {
        return overdue("", Position.START, limit, now);
    }

    /** Expires bookings that are locked. */
    void expire(Collection<BookingId> ids, Instant now) {
        database.sql(
                        """
                        with expired as (
                            update booking
                            set state = 'EXPIRED', expired_at = :now, version = version + 1
                            where id = any(:ids) and state = 'AWAITING_PAYMENT'
                            returning id
                        )
                        insert into booking_history (booking_id, at, actor, event, from_state, to_state)
                        select id, :now, 'TIME', 'EXPIRED', 'AWAITING_PAYMENT', 'EXPIRED' from expired
                        """)
                .param("ids", ids.stream().map(BookingId::value).toArray(Long[]::new))
                .param("now", SqlTime.of(now))
                .update();
    }

    /**
     * Notes that the part which was paid of an expired booking is kept in case the rest comes.
     *
     * @return false if money was kept for it before it expired, which is told already
     */
    @CheckReturnValue
    boolean keepMoney(BookingId id, Vnd amount, Instant now) {
        var lines =
                database.sql(
                                """
                                with keeping as (
                                    update booking
                                    set money_kept_since = :now, version = version + 1
                                    where id = :id and state = 'EXPIRED' and money_kept_since is null
                                    returning id
                                )
                                insert into booking_history (booking_id, at, actor, event, from_state, to_state, detail)
                                select id, :now, 'TIME', 'LATE_MONEY_KEPT', 'EXPIRED', 'EXPIRED',
                                       jsonb_build_object('amountVnd', cast(:amount as text))
                                from keeping
                                """)
                        .param("id", id.value())
                        .param("amount", Long.toString(amount.dong()))
                        .param("now", SqlTime.of(now))
                        .update();
        return lines > 0;
    }

    /** Expired bookings that have kept money since then, or whose coach has left. */
    List<BookingId> keepingMoney(Instant since, int most, Instant now) {
        return database.sql(
                        """
                        select id from booking
                        where money_kept_since is not null and state = 'EXPIRED'
                          and (money_kept_since <= :since or departs_at <= :now)
                        order by money_kept_since
                        limit :most
                        """)
                .param("since", SqlTime.of(since))
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }

    /**
     * Completes a batch of bookings whose coach has arrived.
     *
     * @return how many
     */
    int complete(Instant now) {
        return database.sql(
                        """
                        with arrived as (
                            select id from booking
                            where state = 'CONFIRMED' and arrives_at <= :now
                            order by arrives_at, id
                            limit :batch
                            for update skip locked
                        ), completed as (
                            update booking
                            set state = 'COMPLETED', completed_at = :now, version = version + 1
                            where id in (select id from arrived)
                            returning id
                        )
                        insert into booking_history (booking_id, at, actor, event, from_state, to_state)
                        select id, :now, 'TIME', 'COMPLETED', 'CONFIRMED', 'COMPLETED' from completed
                        """)
                .param("now", SqlTime.of(now))
                .param("batch", BATCH)
                .update();
    }

    private List<Overdue> overdue(String locking, Position after, int limit, Instant now) {
        return database.sql(
                        """
                        select id, hold_id, payment_deadline, held_until, part_paid_at is not null as part_paid
                        from booking
                        where state = 'AWAITING_PAYMENT' and payment_deadline <= :now
                          and (payment_deadline, id) > (:afterDeadline, :afterId)
                        order by payment_deadline, id
                        limit :limit
                        """
                                + locking)
                .param("now", SqlTime.of(now))
                .param("afterDeadline", SqlTime.of(after.paymentDeadline()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query((row, number) ->
                        new Overdue(
                                new BookingId(row.getLong("id")),
                                new HoldId(row.getLong("hold_id")),
                                SqlTime.instant(row, "payment_deadline"),
                                SqlTime.instant(row, "held_until"),
                                row.getBoolean("part_paid")))
                .list();
    }
}
