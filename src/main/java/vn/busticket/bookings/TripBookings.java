package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Concerned;
import vn.busticket.trips.DisruptionId;
import vn.busticket.trips.TripId;

/** The bookings of a trip, read and changed all at once; every change also writes the history. */
@Repository
class TripBookings {

    /** An expired booking follows too, because late money may revive it. */
    private static final String FOLLOWING = "('AWAITING_PAYMENT', 'CONFIRMED', 'EXPIRED')";

    private static final Duration LOOKED_AT_AFTER_DEPARTURE = Duration.ofDays(2);

    private final JdbcClient database;

    TripBookings(JdbcClient database) {
        this.database = database;
    }

    /** A booking with the people who still travel. */
    record Travelling(
            BookingId id,
            String code,
            String contactName,
            HoldId hold,
            Stretch stretch,
            boolean isPaid,
            Vnd total,
            List<Seat> seats) {}

    /** One traveller's seat. */
    record Seat(long passenger, String fullName, HeldSeat seat) {}

    /** How many bookings something that is done to the trip would concern now. */
    Concerned concerned(TripId trip) {
        return database.sql(
                        """
                        select count(*) as bookings,
                               count(*) filter (where b.state = 'AWAITING_PAYMENT') as unpaid,
                               coalesce(sum((select count(*) from booking_passenger p
                                             where p.booking_id = b.id and p.state <> 'CANCELLED')), 0) as passengers,
                               coalesce(sum(b.total_vnd) filter (where b.state = 'CONFIRMED'), 0) as paid
                        from booking b
                        where b.trip_id = :trip and b.state in ('AWAITING_PAYMENT', 'CONFIRMED')
                        """)
                .param("trip", trip.value())
                .query((row, number) ->
                        new Concerned(
                                row.getInt("bookings"),
                                row.getInt("unpaid"),
                                row.getInt("passengers"),
                                new Vnd(row.getLong("paid"))))
                .single();
    }

    /** Bookings on trips that were called off and that are not cancelled yet, by their ids. */
    List<BookingId> toCallOff(BookingId after, int most, Instant now) {
        return database.sql(
                        """
                        select b.id
                        from trip t
                        join booking b on b.trip_id = t.id
                        where t.state = 'CANCELLED' and t.departs_at > :since
                          and b.state in ('AWAITING_PAYMENT', 'CONFIRMED') and b.id > :after
                        order by b.id
                        limit :most
                        """)
                .param("since", SqlTime.of(now.minus(LOOKED_AT_AFTER_DEPARTURE)))
                .param("after", after.value())
                .param("most", most)
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }

    /** All bookings that follow their trip, locked in the order of their ids. */
    List<BookingId> lock(TripId trip) {
        return ids("for update", trip);
    }

    /** The same without a lock. */
    List<BookingId> following(TripId trip) {
        return ids("", trip);
    }

    /**
     * Lets the locked bookings follow their trip, which leaves that much later. Nobody can pay any
     * longer than until the coach leaves.
     *
     * @return the paid ones
     */
    List<BookingId> shift(
            TripId trip, DisruptionId disruption, Instant departsAt, Duration later, Instant now) {
        return database.sql(
                        """
                        with moved as (
                            update booking b
                            set departs_at = cast(:departsAt as timestamptz) + make_interval(mins => boarding.minutes),
                                arrives_at = cast(:departsAt as timestamptz) + make_interval(mins => drop_off.minutes),
                                payment_deadline =
                                    case b.state when 'AWAITING_PAYMENT'
                                         then least(b.payment_deadline, cast(:departsAt as timestamptz) + make_interval(mins => boarding.minutes))
                                         else b.payment_deadline end,
                                version = b.version + 1
                            from trip
                            join route_stop boarding on boarding.path_id = trip.path_id
                            join route_stop drop_off on drop_off.path_id = trip.path_id
                            where b.trip_id = :trip and trip.id = :trip and b.state in %s
                              and boarding.sequence = b.from_sequence and drop_off.sequence = b.to_sequence
                            returning b.id, b.state, b.departs_at
                        ), written as (
                            insert into booking_history (booking_id, at, actor, event, from_state, to_state, detail)
                            select id, :now, 'OPERATOR', 'TRIP_MOVED', state, state,
                                   jsonb_build_object(
                                       'disruption', cast(:disruption as text),
                                       'departsBefore', extract(epoch from departs_at)::bigint - :later || '',
                                       'departsAfter', extract(epoch from departs_at)::bigint || '')
                            from moved where state <> 'EXPIRED'
                        )
                        select id from moved where state = 'CONFIRMED' order by id
                        """
                                .formatted(FOLLOWING))
                .param("trip", trip.value())
                .param("departsAt", SqlTime.of(departsAt))
                .param("later", later.toSeconds())
                .param("disruption", Long.toString(disruption.value()))
                .param("now", SqlTime.of(now))
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }

    /** The bookings of a trip that are paid, or still wait for their money, by their ids. */
    List<Travelling> travelling(TripId trip) {
        return database.sql(
                        """
                        select b.id, b.code, b.contact_name, b.hold_id, b.from_sequence, b.to_sequence, b.state,
                               b.total_vnd,
                               array_agg(array[p.id::text, p.full_name, p.seat_label, p.seat_class,
                                               p.price_vnd::text] order by p.seat_label) as seats
                        from booking b
                        join booking_passenger p on p.booking_id = b.id and p.state <> 'CANCELLED'
                        where b.trip_id = :trip and b.state in ('AWAITING_PAYMENT', 'CONFIRMED')
                        group by b.id
                        order by b.id
                        """)
                .param("trip", trip.value())
                .query((row, number) -> travelling(row))
                .list();
    }

    private List<BookingId> ids(String locking, TripId trip) {
        return database.sql(
                        "select id from booking where trip_id = :trip and state in %s order by id %s"
                                .formatted(FOLLOWING, locking))
                .param("trip", trip.value())
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }

    private static Travelling travelling(ResultSet row) throws SQLException {
        return new Travelling(
                new BookingId(row.getLong("id")),
                row.getString("code"),
                row.getString("contact_name"),
                new HoldId(row.getLong("hold_id")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                BookingState.valueOf(row.getString("state")) == BookingState.CONFIRMED,
                new Vnd(row.getLong("total_vnd")),
                Arrays.stream((String[][]) row.getArray("seats").getArray())
                        .map(TripBookings::seat)
                        .toList());
    }

    private static Seat seat(String[] columns) {
        return new Seat(
                Long.parseLong(columns[0]),
                columns[1],
                new HeldSeat(columns[2], columns[3], new Vnd(Long.parseLong(columns[4]))));
    }

    /** Seats the people of a locked booking; their prices become those of their new seats. */
    void reseat(BookingId booking, Collection<Seat> seats) {
        // One seat may be another's old one, and each row is checked by itself.
        database.sql(
                        """
                        update booking_passenger set seat_label = '~' || seat_label
                        where booking_id = :booking and id = any(:passengers)
                        """)
                .param("booking", booking.value())
                .param("passengers", passengers(seats))
                .update();
        database.sql(
                        """
                        update booking_passenger p
                        set seat_label = seated.label, seat_class = seated.class, price_vnd = seated.price
                        from unnest(:passengers, :labels, :classes, :prices) as seated (id, label, class, price)
                        where p.booking_id = :booking and p.id = seated.id
                        """)
                .param("booking", booking.value())
                .param("passengers", passengers(seats))
                .param(
                        "labels",
                        seats.stream().map(one -> one.seat().label()).toArray(String[]::new))
                .param(
                        "classes",
                        seats.stream().map(one -> one.seat().seatClass()).toArray(String[]::new))
                .param(
                        "prices",
                        seats.stream().map(one -> one.seat().price().dong()).toArray(Long[]::new))
                .update();
    }

    /** Takes a difference off the price of a locked booking and writes what happened. */
    void changeCoach(BookingId booking, Vnd difference, String detail, Instant now) {
        database.sql(
                        """
                        with changed as (
                            update booking set total_vnd = total_vnd - :difference, version = version + 1
                            where id = :booking
                            returning id, state
                        )
                        insert into booking_history (booking_id, at, actor, event, from_state, to_state, detail)
                        select id, :now, 'OPERATOR', 'COACH_CHANGED', state, state, cast(:detail as jsonb)
                        from changed
                        """)
                .param("booking", booking.value())
                .param("difference", difference.dong())
                .param("detail", detail)
                .param("now", SqlTime.of(now))
                .update();
    }

    private static Long[] passengers(Collection<Seat> seats) {
        return seats.stream().map(Seat::passenger).toArray(Long[]::new);
    }
}
