package vn.busticket.seats;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/** The rows that change when a booking gets other seats for those that it has. */
@Repository
class ExchangeRepository {

    private final JdbcClient database;

    ExchangeRepository(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else change the seats of these trips; the lower number first. */
    void lock(Collection<TripId> trips) {
        trips.stream()
                .map(TripId::value)
                .distinct()
                .sorted()
                .forEach(trip ->
                        database.sql("select pg_advisory_xact_lock(:class, :trip)")
                                .param("class", SeatLocks.TRIP_LOCK)
                                .param("trip", Math.toIntExact(trip))
                                .query((row, number) -> true)
                                .single());
    }

    /** Those of the seats that somebody has who is none of these two holds. */
    List<String> taken(SeatWish wish, HoldId owner, @Nullable HoldId reserved, Instant now) {
        return database.sql(
                        """
                        select seat_label
                          from seat_occupancy
                         where trip_id = :trip and seat_label = any(:labels)
                           and stretch && int4range(:from, :to) and held_until > :now
                           and hold_id <> :owner and hold_id is distinct from cast(:reserved as bigint)
                         order by seat_label
                        """)
                .param("trip", wish.tripId().value())
                .param("labels", labels(wish.seats()))
                .param("from", wish.stretch().from())
                .param("to", wish.stretch().to())
                .param("now", SqlTime.of(now))
                .param("owner", owner.value())
                .param("reserved", reserved == null ? null : reserved.value())
                .query((row, number) -> row.getString("seat_label"))
                .list();
    }

    /** Frees all seats of the two holds, and clears away what is overdue on the wished ones. */
    void makeRoom(SeatWish wish, HoldId owner, @Nullable HoldId reserved, Instant now) {
        database.sql(
                        """
                        with given_up as (
                            update seat_hold set released_at = :now
                             where id = cast(:reserved as bigint) and released_at is null
                        )
                        delete from seat_occupancy
                         where hold_id in (:owner, cast(:reserved as bigint))
                            or trip_id = :trip and seat_label = any(:labels)
                               and stretch && int4range(:from, :to) and held_until <= :now
                        """)
                .param("trip", wish.tripId().value())
                .param("labels", labels(wish.seats()))
                .param("from", wish.stretch().from())
                .param("to", wish.stretch().to())
                .param("now", SqlTime.of(now))
                .param("owner", owner.value())
                .param("reserved", reserved == null ? null : reserved.value())
                .update();
    }

    /** Sells the wished seats, which must be free, to a hold that has none. */
    void sell(SeatWish wish, HoldId owner, Instant now) {
        database.sql(
                        """
                        with owner as (
                            update seat_hold
                               set trip_id = :trip, from_sequence = :from, to_sequence = :to,
                                   seat_labels = :labels, seat_classes = :classes, prices_vnd = :prices,
                                   sold_at = coalesce(sold_at, :now), released_at = null
                             where id = :owner
                        )
                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                        select :trip, label, int4range(:from, :to), :owner, 'infinity'
                          from unnest(:labels) as label
                        """)
                .param("trip", wish.tripId().value())
                .param("labels", labels(wish.seats()))
                .param("classes", classes(wish.seats()))
                .param("prices", prices(wish.seats()))
                .param("from", wish.stretch().from())
                .param("to", wish.stretch().to())
                .param("now", SqlTime.of(now))
                .param("owner", owner.value())
                .update();
    }

    /**
     * Stores a hold with some of the wished seats, which must be free; no newer hold of the visitor
     * replaces it.
     */
    HoldId reserve(
            SeatWish wish,
            List<HeldSeat> seats,
            UUID visitor,
            String addressKey,
            Instant heldUntil,
            Instant now) {
        return database.sql(
                        """
                        with cleared as (
                            delete from seat_occupancy
                             where trip_id = :trip and seat_label = any(:labels)
                               and stretch && int4range(:from, :to) and held_until <= :now
                        )
                        insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                               seat_labels, seat_classes, prices_vnd, held_until, placed_at, created_at)
                        values (:token, :trip, :from, :to, :visitor, :address, :labels, :classes, :prices,
                                :heldUntil, :now, :now)
                        returning id
                        """)
                .param("token", OpaqueToken.random())
                .param("trip", wish.tripId().value())
                .param("from", wish.stretch().from())
                .param("to", wish.stretch().to())
                .param("visitor", visitor)
                .param("address", addressKey)
                .param("labels", labels(seats))
                .param("classes", classes(seats))
                .param("prices", prices(seats))
                .param("heldUntil", SqlTime.of(heldUntil))
                .param("now", SqlTime.of(now))
                .query((row, number) -> new HoldId(row.getLong("id")))
                .single();
    }

    /** Stores a hold of the same visitor that has no seats yet. */
    HoldId insertBeside(HoldId owner, SeatWish wish, Instant now) {
        return database.sql(
                        """
                        insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                               seat_labels, seat_classes, prices_vnd, held_until, placed_at, created_at)
                        select :token, :trip, :from, :to, visitor_id, address_key, :labels, :classes, :prices,
                               held_until, :now, :now
                          from seat_hold
                         where id = :owner
                        returning id
                        """)
                .param("token", OpaqueToken.random())
                .param("trip", wish.tripId().value())
                .param("from", wish.stretch().from())
                .param("to", wish.stretch().to())
                .param("labels", labels(wish.seats()))
                .param("classes", classes(wish.seats()))
                .param("prices", prices(wish.seats()))
                .param("now", SqlTime.of(now))
                .param("owner", owner.value())
                .query((row, number) -> new HoldId(row.getLong("id")))
                .single();
    }

    /** Takes the seats of a hold that has none yet. */
    void occupy(HoldId hold) {
        database.sql(
                        """
                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                        select trip_id, unnest(seat_labels), int4range(from_sequence, to_sequence), id, held_until
                          from seat_hold
                         where id = :hold
                        """)
                .param("hold", hold.value())
                .update();
    }

    private static String[] labels(List<HeldSeat> seats) {
        return seats.stream().map(HeldSeat::label).toArray(String[]::new);
    }

    private static String[] classes(List<HeldSeat> seats) {
        return seats.stream().map(HeldSeat::seatClass).toArray(String[]::new);
    }

    private static Long[] prices(List<HeldSeat> seats) {
        return seats.stream().map(seat -> seat.price().dong()).toArray(Long[]::new);
    }
}
