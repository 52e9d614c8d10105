package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.SqlTime;

/** The rows of changes; whoever writes them has locked the booking. */
@Repository
class ChangeRepository {

    private final JdbcClient database;

    ChangeRepository(JdbcClient database) {
        this.database = database;
    }

    /** An open change whose time to pay is over. */
    record Overdue(ChangeId id, BookingId booking) {}

    Optional<BookingChange> find(ChangeId id) {
        return database.sql(ChangeRow.SELECT + " where id = :id")
                .param("id", id.value())
                .query(ChangeRow::read)
                .optional();
    }

    /** The change of a booking that waits for its money. */
    Optional<BookingChange> open(BookingId booking) {
        return database.sql(
                        ChangeRow.SELECT
                                + " where booking_id = :booking and state = 'AWAITING_PAYMENT'")
                .param("booking", booking.value())
                .query(ChangeRow::read)
                .optional();
    }

    /** The last change that was wished by then and costs something. */
    Optional<BookingChange> lastToPay(BookingId booking, Instant requestedUntil) {
        return database.sql(
                        ChangeRow.SELECT
                                + """
                                 where booking_id = :booking and requested_at <= :until
                                   and total_after_vnd > total_before_vnd
                                 order by id desc
                                 limit 1
                                """)
                .param("booking", booking.value())
                .param("until", SqlTime.of(requestedUntil))
                .query(ChangeRow::read)
                .optional();
    }

    /** True if the booking was changed, or a change of it waits for its money, after that one. */
    boolean isFollowed(BookingChange change) {
        return database.sql(
                        """
                        select exists (select from booking_change
                                        where booking_id = :booking and id > :id
                                          and state in ('AWAITING_PAYMENT', 'APPLIED'))
                        """)
                .param("booking", change.booking().value())
                .param("id", change.id().value())
                .query(Boolean.class)
                .single();
    }

    /**
     * How often it was changed who travels where, also before they left another booking; what the
     * operator caused does not count.
     */
    int timesChanged(BookingId booking) {
        return database.sql(
                        """
                        with recursive past (booking_id, until) as (
                            select cast(:booking as bigint), cast(null as bigint)
                            union all
                            select c.booking_id, c.id
                              from past join booking_change c on c.split_off_id = past.booking_id)
                        select count(*)
                          from booking_change c
                          join past on past.booking_id = c.booking_id and c.id <= coalesce(past.until, c.id)
                         where c.state = 'APPLIED' and not c.free
                           and (trip_before_id <> trip_after_id
                                or exists (select from booking_change_passenger p
                                            where p.change_id = c.id
                                              and (p.seat_before <> p.seat_after or p.name_before <> p.name_after)))
                        """)
                .param("booking", booking.value())
                .query(Integer.class)
                .single();
    }

    /** Stores one that is made already. */
    ChangeId insertApplied(BookingId booking, ChangePlan plan, Instant now) {
        return insert(booking, State.APPLIED, plan, Optional.empty(), null, now);
    }

    /** Stores one that waits for its money; the booking has no other one that does. */
    ChangeId insertOpen(
            BookingId booking,
            ChangePlan plan,
            Optional<HoldId> hold,
            PaymentTime time,
            Instant now) {
        return insert(booking, State.AWAITING_PAYMENT, plan, hold, time, now);
    }

    /** A part has come; the rest can be paid until then. */
    void payInPart(ChangeId id, PaymentTime time, Instant now) {
        database.sql(
                        """
                        update booking_change
                           set part_paid_at = coalesce(part_paid_at, :now), payment_deadline = :deadline,
                               held_until = :heldUntil
                         where id = :id and state = 'AWAITING_PAYMENT'
                        """)
                .param("id", id.value())
                .param("now", SqlTime.of(now))
                .param("deadline", SqlTime.of(time.deadline()))
                .param("heldUntil", SqlTime.of(time.heldUntil()))
                .update();
    }

    /** It can be paid until then. */
    void lengthen(ChangeId id, PaymentTime time) {
        database.sql(
                        """
                        update booking_change set payment_deadline = :deadline, held_until = :heldUntil
                         where id = :id and state = 'AWAITING_PAYMENT'
                        """)
                .param("id", id.value())
                .param("deadline", SqlTime.of(time.deadline()))
                .param("heldUntil", SqlTime.of(time.heldUntil()))
                .update();
    }

    /** It waits no more; one that lapsed may still be made when its money comes. */
    void end(ChangeId id, State state, Instant now) {
        database.sql("update booking_change set state = :state, ended_at = :now where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Those who went by another trip have this booking now. */
    void splitOff(ChangeId id, BookingId party) {
        database.sql("update booking_change set split_off_id = :party where id = :id")
                .param("id", id.value())
                .param("party", party.value())
                .update();
    }

    /** It is made on other seats than were wished. */
    void reseat(ChangeId id, ChangePlan plan) {
        database.sql("delete from booking_change_passenger where change_id = :id")
                .param("id", id.value())
                .update();
        plan.passengers().forEach(passenger -> insert(id, passenger));
    }

    /** Open changes whose time to pay is over, the oldest first. */
    List<Overdue> overdue(int most, Instant now) {
        return database.sql(
                        """
                        select id, booking_id
                          from booking_change
                         where state = 'AWAITING_PAYMENT' and payment_deadline <= :now
                         order by payment_deadline, id
                         limit :most
                        """)
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query((row, number) ->
                        new Overdue(
                                new ChangeId(row.getLong("id")),
                                new BookingId(row.getLong("booking_id"))))
                .list();
    }

    private ChangeId insert(
            BookingId booking,
            State state,
            ChangePlan plan,
            Optional<HoldId> hold,
            @Nullable PaymentTime time,
            Instant now) {
        var id =
                database.sql(
                                """
                                insert into booking_change
                                       (booking_id, state, trip_before_id, trip_after_id, from_sequence, to_sequence,
                                        contact_name_before, contact_phone_before, contact_email_before,
                                        contact_name, contact_phone, contact_email, total_before_vnd,
                                        total_after_vnd, fee_vnd, free, hold_id, payment_deadline, held_until,
                                        requested_at, ended_at)
                                values (:booking, :state, :tripBefore, :tripAfter, :from, :to, :nameBefore,
                                        :phoneBefore, :emailBefore, :name, :phone, :email, :totalBefore,
                                        :totalAfter, :fee, :free, :hold, :deadline, :heldUntil, :now, :ended)
                                returning id
                                """)
                        .param("booking", booking.value())
                        .param("state", state.name())
                        .param("tripBefore", plan.tripBefore().value())
                        .param("tripAfter", plan.tripAfter().value())
                        .param("from", plan.stretch().from())
                        .param("to", plan.stretch().to())
                        .param("nameBefore", plan.contactBefore().name())
                        .param("phoneBefore", plan.contactBefore().phone().e164())
                        .param("emailBefore", plan.contactBefore().email())
                        .param("name", plan.contactAfter().name())
                        .param("phone", plan.contactAfter().phone().e164())
                        .param("email", plan.contactAfter().email())
                        .param("totalBefore", plan.totalBefore().dong())
                        .param("totalAfter", plan.totalAfter().dong())
                        .param("fee", plan.fee().dong())
                        .param("free", plan.isFree())
                        .param("hold", hold.map(HoldId::value).orElse(null))
                        .param("deadline", time == null ? null : SqlTime.of(time.deadline()))
                        .param("heldUntil", time == null ? null : SqlTime.of(time.heldUntil()))
                        .param("now", SqlTime.of(now))
                        .param("ended", time == null ? SqlTime.of(now) : null)
                        .query((row, number) -> new ChangeId(row.getLong("id")))
                        .single();
        plan.passengers().forEach(passenger -> insert(id, passenger));
        return id;
    }

    private void insert(ChangeId id, PassengerChange change) {
        database.sql(
                        """
                        insert into booking_change_passenger
                               (change_id, passenger_id, name_before, name_after, seat_before, seat_after,
                                class_before, class_after, price_before_vnd, price_after_vnd, stays)
                        values (:change, :passenger, :nameBefore, :nameAfter, :seatBefore, :seatAfter,
                                :classBefore, :classAfter, :priceBefore, :priceAfter, :stays)
                        """)
                .param("change", id.value())
                .param("passenger", change.passenger())
                .param("nameBefore", change.nameBefore())
                .param("nameAfter", change.nameAfter())
                .param("seatBefore", change.before().label())
                .param("seatAfter", change.after().label())
                .param("classBefore", change.before().seatClass())
                .param("classAfter", change.after().seatClass())
                .param("priceBefore", change.before().price().dong())
                .param("priceAfter", change.after().price().dong())
                .param("stays", change.stays())
                .update();
    }
}
