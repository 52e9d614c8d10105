package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** The rows of changes; whoever writes them has locked the booking. */
@Repository
class ChangeRepository {

    private static final String SELECT =
            """
            select id, booking_id, state, trip_before_id, trip_after_id, from_sequence, to_sequence,
                   contact_name_before, contact_phone_before, contact_email_before,
                   contact_name, contact_phone, contact_email, total_before_vnd, total_after_vnd, fee_vnd,
                   hold_id, payment_deadline, held_until, part_paid_at is not null as part_paid, requested_at,
                   (select array_agg(array[p.passenger_id::text, p.name_before, p.name_after, p.seat_before,
                                           p.class_before, p.price_before_vnd::text, p.seat_after, p.class_after,
                                           p.price_after_vnd::text] order by p.seat_before)
                      from booking_change_passenger p
                     where p.change_id = booking_change.id) as passengers
              from booking_change
            """;

    private final JdbcClient database;

    ChangeRepository(JdbcClient database) {
        this.database = database;
    }

    /** An open change whose time to pay is over. */
    record Overdue(ChangeId id, BookingId booking) {}

    Optional<BookingChange> find(ChangeId id) {
        return database.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(ChangeRepository::change)
                .optional();
    }

    /** The change of a booking that waits for its money. */
    Optional<BookingChange> open(BookingId booking) {
        return database.sql(SELECT + " where booking_id = :booking and state = 'AWAITING_PAYMENT'")
                .param("booking", booking.value())
                .query(ChangeRepository::change)
                .optional();
    }

    /** The last change that was wished by then and costs something. */
    Optional<BookingChange> lastToPay(BookingId booking, Instant requestedUntil) {
        return database.sql(
                        SELECT
                                + """
                                 where booking_id = :booking and requested_at <= :until
                                   and total_after_vnd > total_before_vnd
                                 order by id desc
                                 limit 1
                                """)
                .param("booking", booking.value())
                .param("until", SqlTime.of(requestedUntil))
                .query(ChangeRepository::change)
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

    /** How often it was changed who travels where. */
    int timesChanged(BookingId booking) {
        return database.sql(
                        """
                        select count(*)
                          from booking_change c
                         where booking_id = :booking and state = 'APPLIED'
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
                                        total_after_vnd, fee_vnd, hold_id, payment_deadline, held_until,
                                        requested_at, ended_at)
                                values (:booking, :state, :tripBefore, :tripAfter, :from, :to, :nameBefore,
                                        :phoneBefore, :emailBefore, :name, :phone, :email, :totalBefore,
                                        :totalAfter, :fee, :hold, :deadline, :heldUntil, :now, :ended)
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
                                class_before, class_after, price_before_vnd, price_after_vnd)
                        values (:change, :passenger, :nameBefore, :nameAfter, :seatBefore, :seatAfter,
                                :classBefore, :classAfter, :priceBefore, :priceAfter)
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
                .update();
    }

    private static BookingChange change(ResultSet row, int number) throws SQLException {
        var hold = row.getObject("hold_id", Long.class);
        return new BookingChange(
                new ChangeId(row.getLong("id")),
                new BookingId(row.getLong("booking_id")),
                State.valueOf(row.getString("state")),
                plan(row),
                Optional.ofNullable(hold).map(HoldId::new),
                SqlTime.optionalInstant(row, "payment_deadline"),
                SqlTime.optionalInstant(row, "held_until"),
                row.getBoolean("part_paid"),
                SqlTime.instant(row, "requested_at"));
    }

    private static ChangePlan plan(ResultSet row) throws SQLException {
        return new ChangePlan(
                new TripId(row.getLong("trip_before_id")),
                new TripId(row.getLong("trip_after_id")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                contact(row, "_before"),
                contact(row, ""),
                Arrays.stream((String[][]) row.getArray("passengers").getArray())
                        .map(ChangeRepository::passenger)
                        .toList(),
                new Vnd(row.getLong("total_before_vnd")),
                new Vnd(row.getLong("total_after_vnd")),
                new Vnd(row.getLong("fee_vnd")));
    }

    private static BookingContact contact(ResultSet row, String when) throws SQLException {
        return new BookingContact(
                row.getString("contact_name" + when),
                new PhoneNumber(row.getString("contact_phone" + when)),
                row.getString("contact_email" + when));
    }

    private static PassengerChange passenger(String[] columns) {
        return new PassengerChange(
                Long.parseLong(columns[0]),
                columns[1],
                columns[2],
                new HeldSeat(columns[3], columns[4], new Vnd(Long.parseLong(columns[5]))),
                new HeldSeat(columns[6], columns[7], new Vnd(Long.parseLong(columns[8]))));
    }
}
