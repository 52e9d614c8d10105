package vn.busticket.seats;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * The rows that say who has which seat. Whoever takes seats locks the trip first, so that buyers
 * wait for one another instead of deadlocking on the constraint.
 */
@Repository
class OccupancyRepository {

    static final int BATCH = 1_000;

    private final JdbcClient database;

    OccupancyRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * What stands against a new hold: seats kept unpaid by the same person, seats taken, and a trip
     * that was called off, moved or given another coach a moment ago.
     */
    record Situation(
            int visitorOnTrip,
            int visitor,
            int addressOnTrip,
            int address,
            List<String> taken,
            boolean isTripAsKnown) {}

    /**
     * Reads it under the lock of the trip; the visitor's own hold that would be replaced is free.
     */
    Situation situation(HoldRequest request, Trip known, Instant now) {
        return database.sql(
                        """
                        with unpaid as (
                            select id, trip_id, visitor_id, address_key, cardinality(seat_labels) as seats,
                                   visitor_id = :visitor and trip_id = :trip and placed_at is null as replaced
                            from seat_hold
                            where (visitor_id = :visitor or address_key = :address) and held_until > :now
                              and sold_at is null and released_at is null
                        )
                        select coalesce(sum(seats) filter (where visitor_id = :visitor and trip_id = :trip), 0)
                                   as visitor_on_trip,
                               coalesce(sum(seats) filter (where visitor_id = :visitor), 0) as visitor,
                               coalesce(sum(seats) filter (where address_key = :address and trip_id = :trip), 0)
                                   as address_on_trip,
                               coalesce(sum(seats) filter (where address_key = :address), 0) as address,
                               array(select seat_label
                                     from seat_occupancy
                                     where trip_id = :trip and seat_label = any(:labels)
                                       and stretch && int4range(:from, :to) and held_until > :now
                                       and hold_id not in (select id from unpaid where replaced)
                                     order by seat_label) as taken,
                               exists (select from trip
                                       where id = :trip and state = :state and departs_at = :departsAt
                                         and layout_id = :layout) as as_known
                        from unpaid
                        where not replaced
                        """)
                .param("visitor", request.visitorId())
                .param("address", request.addressKey())
                .param("trip", request.tripId().value())
                .param("labels", request.seatLabels().toArray(String[]::new))
                .param("from", request.stretch().from())
                .param("to", request.stretch().to())
                .param("state", known.state().name())
                .param("departsAt", SqlTime.of(known.departsAt(0)))
                .param("layout", known.layout().id())
                .param("now", SqlTime.of(now))
                .query((row, number) ->
                        new Situation(
                                row.getInt("visitor_on_trip"),
                                row.getInt("visitor"),
                                row.getInt("address_on_trip"),
                                row.getInt("address"),
                                List.of((String[]) row.getArray("taken").getArray()),
                                row.getBoolean("as_known")))
                .single();
    }

    /** Gives up the visitor's older hold on the trip and clears what is overdue on those seats. */
    void makeRoom(HoldRequest request, Instant now) {
        database.sql(
                        """
                        with replaced as (
                            update seat_hold set released_at = :now
                            where visitor_id = :visitor and trip_id = :trip
                              and placed_at is null and sold_at is null and released_at is null
                            returning id
                        )
                        delete from seat_occupancy
                        where trip_id = :trip
                          and (hold_id in (select id from replaced)
                               or seat_label = any(:labels) and stretch && int4range(:from, :to)
                                  and held_until <= :now)
                        """)
                .param("visitor", request.visitorId())
                .param("trip", request.tripId().value())
                .param("labels", request.seatLabels().toArray(String[]::new))
                .param("from", request.stretch().from())
                .param("to", request.stretch().to())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Stores a new hold with its seats, which must be free. */
    HoldId insert(
            HoldRequest request,
            String token,
            List<HeldSeat> seats,
            Instant heldUntil,
            Instant now) {
        return database.sql(
                        """
                        with hold as (
                            insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                                   seat_labels, seat_classes, prices_vnd, held_until, created_at)
                            values (:token, :trip, :from, :to, :visitor, :address,
                                    :labels, :classes, :prices, :heldUntil, :now)
                            returning id
                        ), seats as (
                            insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                            select :trip, label, int4range(:from, :to), hold.id, :heldUntil
                            from hold, unnest(:labels) as label
                        )
                        select id from hold
                        """)
                .param("token", token)
                .param("trip", request.tripId().value())
                .param("from", request.stretch().from())
                .param("to", request.stretch().to())
                .param("visitor", request.visitorId())
                .param("address", request.addressKey())
                .param("labels", seats.stream().map(HeldSeat::label).toArray(String[]::new))
                .param("classes", seats.stream().map(HeldSeat::seatClass).toArray(String[]::new))
                .param(
                        "prices",
                        seats.stream().map(seat -> seat.price().dong()).toArray(Long[]::new))
                .param("heldUntil", SqlTime.of(heldUntil))
                .param("now", SqlTime.of(now))
                .query((row, number) -> new HoldId(row.getLong("id")))
                .single();
    }

    /**
     * Moves the time of a hold's seats if it still has every one of them, overdue or not.
     *
     * @param heldUntil SQL's form, {@code infinity} for sold
     * @return false if any was cleared away; then the others may have been moved, and must be taken
     *     again
     */
    boolean extend(Hold hold, String heldUntil) {
        return database.sql(
                                """
                                update seat_occupancy set held_until = cast(:heldUntil as timestamptz)
                                where hold_id = :hold
                                  and (select count(*) from seat_occupancy where hold_id = :hold) = :seats
                                """)
                        .param("heldUntil", heldUntil)
                        .param("hold", hold.id().value())
                        .param("seats", hold.seats().size())
                        .update()
                == hold.seats().size();
    }

    /**
     * True if any of the hold's seats has another owner by now, or is not on the coach any more.
     */
    boolean isAnyTaken(Hold hold, Instant now) {
        return database.sql(
                        """
                        select exists (
                            select from seat_occupancy
                            where trip_id = :trip and seat_label = any(:labels)
                              and stretch && int4range(:from, :to) and held_until > :now and hold_id <> :hold)
                            or exists (
                            select from unnest(:labels) as wanted (seat)
                            where not exists (select from trip
                                              join seat_layout_cell cell on cell.layout_id = trip.layout_id
                                              where trip.id = :trip and cell.label = wanted.seat
                                                and cell.kind = 'SEAT'))
                        """)
                .param("trip", hold.tripId().value())
                .param("labels", hold.seatLabels().toArray(String[]::new))
                .param("from", hold.stretch().from())
                .param("to", hold.stretch().to())
                .param("now", SqlTime.of(now))
                .param("hold", hold.id().value())
                .query(Boolean.class)
                .single();
    }

    /** Takes all seats of a hold again, clearing overdue ones of others; they must be free. */
    void takeAgain(Hold hold, String heldUntil, Instant now) {
        database.sql(
                        """
                        delete from seat_occupancy
                        where trip_id = :trip and seat_label = any(:labels) and stretch && int4range(:from, :to)
                          and (held_until <= :now or hold_id = :hold)
                        """)
                .param("trip", hold.tripId().value())
                .param("labels", hold.seatLabels().toArray(String[]::new))
                .param("from", hold.stretch().from())
                .param("to", hold.stretch().to())
                .param("now", SqlTime.of(now))
                .param("hold", hold.id().value())
                .update();
        database.sql(
                        """
                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                        select :trip, label, int4range(:from, :to), :hold, cast(:heldUntil as timestamptz)
                        from unnest(:labels) as label
                        """)
                .param("trip", hold.tripId().value())
                .param("labels", hold.seatLabels().toArray(String[]::new))
                .param("from", hold.stretch().from())
                .param("to", hold.stretch().to())
                .param("hold", hold.id().value())
                .param("heldUntil", heldUntil)
                .update();
    }

    /**
     * Frees the seats of unsold holds. Rows that somebody else is just changing are left to them,
     * so that a batch never waits and cannot deadlock with buyers.
     *
     * @return the trips whose seats changed
     */
    List<TripId> release(Collection<HoldId> holds, Instant now) {
        return database.sql(
                        """
                        with released as (
                            update seat_hold set released_at = :now
                            where id in (select id from seat_hold
                                         where id = any(:holds) and sold_at is null and released_at is null
                                         for update skip locked)
                            returning id
                        ), freed as (
                            delete from seat_occupancy
                            where id in (select id from seat_occupancy
                                         where hold_id in (select id from released) for update skip locked)
                            returning trip_id
                        )
                        select distinct trip_id from freed
                        """)
                .param("holds", holds.stream().map(HoldId::value).toArray(Long[]::new))
                .param("now", SqlTime.of(now))
                .query((row, number) -> new TripId(row.getLong("trip_id")))
                .list();
    }

    /** Deletes one batch of overdue rows; the trips of its rows, one for each row. */
    List<TripId> deleteOverdue(Instant now) {
        return database.sql(
                        """
                        delete from seat_occupancy
                        where id in (select id from seat_occupancy
                                     where held_until <= :now and held_until < 'infinity'
                                     order by held_until
                                     limit :batch
                                     for update skip locked)
                        returning trip_id
                        """)
                .param("now", SqlTime.of(now))
                .param("batch", BATCH)
                .query((row, number) -> new TripId(row.getLong("trip_id")))
                .list();
    }
}
