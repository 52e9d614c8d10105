package vn.busticket.seats;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** The rows of holds, without their seats' occupancy. */
@Repository
class HoldRepository {

    private static final String SELECT =
            """
            select id, token, trip_id, from_sequence, to_sequence, visitor_id, seat_labels, seat_classes,
                   prices_vnd, held_until, renewals, placed_at, sold_at, released_at
            from seat_hold
            """;

    private final JdbcClient database;

    HoldRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Hold> find(HoldId id, Instant now) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> hold(row, now))
                .optional();
    }

    Optional<Hold> findByToken(String token, Instant now) {
        return database.sql(SELECT + "where token = :token")
                .param("token", token)
                .query((row, number) -> hold(row, now))
                .optional();
    }

    /**
     * Only one transaction at a time changes the seats of a trip; ends with the transaction.
     *
     * @return that trip; nothing if there is no such hold
     */
    Optional<TripId> lockTripOf(HoldId id) {
        return database.sql(
                        """
                        select trip_id, pg_advisory_xact_lock(:class, cast(trip_id as int))
                        from seat_hold where id = :id
                        """)
                .param("class", SeatLocks.TRIP_LOCK)
                .param("id", id.value())
                .query((row, number) -> new TripId(row.getLong("trip_id")))
                .optional();
    }

    /**
     * Locks the trip of a hold that is to be sold: against everybody who takes or frees seats, but
     * not against other sales, as long as the hold has this time to live. Until then nobody may
     * clear its seats away, so a sale touches its own rows only.
     *
     * @return that trip; nothing if there is no such hold
     */
    Optional<TripId> lockTripForSale(HoldId id, Instant alive) {
        return database.sql(
                        """
                        select trip_id,
                               case when held_until > :alive and released_at is null
                                    then pg_advisory_xact_lock_shared(:class, cast(trip_id as int))
                                    else pg_advisory_xact_lock(:class, cast(trip_id as int))
                               end
                        from seat_hold where id = :id
                        """)
                .param("class", SeatLocks.TRIP_LOCK)
                .param("alive", SqlTime.of(alive))
                .param("id", id.value())
                .query((row, number) -> new TripId(row.getLong("trip_id")))
                .optional();
    }

    /**
     * Locks the trip of a hold that a URL names for this one alone; nothing if there is no such
     * hold.
     */
    void lockTripOf(String token) {
        database.sql(
                        """
                        select pg_advisory_xact_lock(:class, cast(trip_id as int)) from seat_hold where token = :token
                        """)
                .param("class", SeatLocks.TRIP_LOCK)
                .param("token", token)
                .query((row, number) -> true)
                .list();
    }

    Optional<Hold> findOpen(TripId tripId, UUID visitorId, Instant now) {
        return database.sql(
                        SELECT
                                + """
                                where trip_id = :trip and visitor_id = :visitor and held_until > :now
                                  and placed_at is null and sold_at is null and released_at is null
                                order by id desc
                                limit 1
                                """)
                .param("trip", tripId.value())
                .param("visitor", visitorId)
                .param("now", SqlTime.of(now))
                .query((row, number) -> hold(row, now))
                .optional();
    }

    void keepUntil(HoldId id, Instant heldUntil, int renewals) {
        database.sql(
                        """
                        update seat_hold set held_until = :heldUntil, renewals = :renewals, released_at = null
                        where id = :id
                        """)
                .param("heldUntil", SqlTime.of(heldUntil))
                .param("renewals", renewals)
                .param("id", id.value())
                .update();
    }

    void keepForBooking(HoldId id, Instant heldUntil, Instant now) {
        database.sql(
                        """
                        update seat_hold
                        set held_until = :heldUntil, placed_at = coalesce(placed_at, :now), released_at = null
                        where id = :id
                        """)
                .param("heldUntil", SqlTime.of(heldUntil))
                .param("now", SqlTime.of(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Sells the seats of a hold if it still has every one of them, overdue or not, and marks it as
     * sold. To be asked under the lock of the trip.
     *
     * @return false if any was cleared away; then nothing is changed
     */
    boolean sellWhole(HoldId id, Instant now) {
        return database.sql(
                                """
                                with whole as (
                                    select id from seat_hold
                                    where id = :id
                                      and cardinality(seat_labels) = (select count(*) from seat_occupancy where hold_id = :id)
                                ), sold as (
                                    update seat_occupancy set held_until = 'infinity' where hold_id in (select id from whole)
                                )
                                update seat_hold set sold_at = coalesce(sold_at, :now), released_at = null
                                where id in (select id from whole)
                                """)
                        .param("id", id.value())
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    void sell(HoldId id, Instant now) {
        database.sql(
                        "update seat_hold set sold_at = coalesce(sold_at, :now), released_at = null where id = :id")
                .param("now", SqlTime.of(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Gives a hold other seats of the same classes, in the order of its old ones, not yet taken.
     */
    void moveTo(HoldId id, List<String> labels) {
        database.sql(
                        """
                        with given_up as (delete from seat_occupancy where hold_id = :id)
                        update seat_hold set seat_labels = :labels where id = :id
                        """)
                .param("labels", labels.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    /** Frees the seats of a hold, sold or not. */
    void takeBack(HoldId id, Instant now) {
        database.sql(
                        """
                        with freed as (delete from seat_occupancy where hold_id = :id)
                        update seat_hold set sold_at = null, released_at = coalesce(released_at, :now)
                        where id = :id
                        """)
                .param("now", SqlTime.of(now))
                .param("id", id.value())
                .update();
    }

    /** Frees some seats of a hold, which has only the others from then on. */
    void takeBack(HoldId id, Collection<String> labels) {
        database.sql(
                        """
                        with freed as (
                            delete from seat_occupancy where hold_id = :id and seat_label = any(:labels)
                        ), kept as (
                            select array_agg(seat.label order by seat.number) as labels,
                                   array_agg(seat.class order by seat.number) as classes,
                                   array_agg(seat.price order by seat.number) as prices
                            from seat_hold h,
                                 unnest(h.seat_labels, h.seat_classes, h.prices_vnd)
                                     with ordinality as seat (label, class, price, number)
                            where h.id = :id and seat.label <> all(:labels)
                        )
                        update seat_hold
                        set seat_labels = kept.labels, seat_classes = kept.classes, prices_vnd = kept.prices
                        from kept
                        where id = :id
                        """)
                .param("id", id.value())
                .param("labels", labels.toArray(String[]::new))
                .update();
    }

    private static Hold hold(ResultSet row, Instant now) throws SQLException {
        var heldUntil = SqlTime.instant(row, "held_until");
        return new Hold(
                new HoldId(row.getLong("id")),
                row.getString("token"),
                new TripId(row.getLong("trip_id")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                seats(row),
                row.getObject("visitor_id", UUID.class),
                heldUntil,
                row.getInt("renewals"),
                row.getObject("placed_at") != null,
                state(row, heldUntil, now));
    }

    private static Hold.State state(ResultSet row, Instant heldUntil, Instant now)
            throws SQLException {
        if (row.getObject("sold_at") != null) {
            return Hold.State.SOLD;
        }
        if (row.getObject("released_at") != null) {
            return Hold.State.RELEASED;
        }
        return heldUntil.isAfter(now) ? Hold.State.LIVE : Hold.State.OVERDUE;
    }

    private static List<HeldSeat> seats(ResultSet row) throws SQLException {
        var labels = (String[]) elements(row.getArray("seat_labels"));
        var classes = (String[]) elements(row.getArray("seat_classes"));
        var prices = (Long[]) elements(row.getArray("prices_vnd"));
        var seats = new ArrayList<HeldSeat>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            seats.add(new HeldSeat(labels[i], classes[i], new Vnd(prices[i])));
        }
        return seats;
    }

    private static Object elements(Array array) throws SQLException {
        return array.getArray();
    }
}
