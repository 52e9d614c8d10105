package vn.busticket.seats;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/**
 * Changes all seats of a trip at once, because the trip is called off or another coach drives it;
 * tells the notice {@code trip}.
 */
@Service
public class CoachMove {

    private final JdbcClient database;
    private final SeatLocks locks;
    private final ClusterNotices notices;
    private final Clock clock;

    CoachMove(JdbcClient database, SeatLocks locks, ClusterNotices notices, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A hold's seats in the other coach.
     *
     * @param seats in the order of its old ones
     */
    public record NewSeats(HoldId hold, List<HeldSeat> seats) {

        public NewSeats {
            seats = List.copyOf(seats);
        }
    }

    /** Lets nobody else change the seats of a trip until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(TripId trip) {
        locks.lockTrip(trip);
    }

    /**
     * Gives up all holds of a trip on which no booking stands: their visitors choose again. To be
     * asked under the lock of the trip.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseUnplaced(TripId trip) {
        database.sql(
                        """
                        with released as (
                            update seat_hold set released_at = :now
                            where trip_id = :trip and placed_at is null and sold_at is null
                              and released_at is null
                            returning id
                        )
                        delete from seat_occupancy where hold_id in (select id from released)
                        """)
                .param("trip", trip.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        notices.publish(HoldTaking.TOPIC, Long.toString(trip.value()));
    }

    /** The holds that have seats which nobody else may take at this moment. */
    public Set<HoldId> seated(TripId trip) {
        return database.sql(
                        """
                        select distinct hold_id from seat_occupancy
                        where trip_id = :trip and held_until > :now
                        """)
                .param("trip", trip.value())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> new HoldId(row.getLong("hold_id")))
                .set();
    }

    /**
     * Seats the holds of a trip anew, each as long as before. Holds that are not named lose their
     * seats; late money buys them others. To be asked under the lock of the trip.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if two of them overlap
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reseat(TripId trip, List<NewSeats> all) {
        var kept = kept(trip);
        database.sql("delete from seat_occupancy where trip_id = :trip")
                .param("trip", trip.value())
                .update();
        for (var seats : all) {
            var before = kept.get(seats.hold());
            if (before == null) {
                throw new IllegalStateException("No seats of hold " + seats.hold().value());
            }
            take(trip, seats, before);
        }
        notices.publish(HoldTaking.TOPIC, Long.toString(trip.value()));
    }

    private record Kept(String stretch, String heldUntil) {}

    private Map<HoldId, Kept> kept(TripId trip) {
        var kept = new HashMap<HoldId, Kept>();
        database.sql(
                        """
                        select distinct hold_id, cast(stretch as text) as stretch,
                               cast(held_until as text) as held_until
                        from seat_occupancy
                        where trip_id = :trip
                        """)
                .param("trip", trip.value())
                .query(row -> {
                    kept.put(
                            new HoldId(row.getLong("hold_id")),
                            new Kept(row.getString("stretch"), row.getString("held_until")));
                });
        return kept;
    }

    private void take(TripId trip, NewSeats seats, Kept before) {
        database.sql(
                        """
                        with relabelled as (
                            update seat_hold
                            set seat_labels = :labels, seat_classes = :classes, prices_vnd = :prices
                            where id = :hold
                        )
                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                        select :trip, label, cast(:stretch as int4range), :hold, cast(:heldUntil as timestamptz)
                        from unnest(:labels) as label
                        """)
                .param("trip", trip.value())
                .param("hold", seats.hold().value())
                .param("labels", texts(seats, HeldSeat::label))
                .param("classes", texts(seats, HeldSeat::seatClass))
                .param(
                        "prices",
                        seats.seats().stream()
                                .map(seat -> seat.price().dong())
                                .toArray(Long[]::new))
                .param("stretch", before.stretch())
                .param("heldUntil", before.heldUntil())
                .update();
    }

    private static String[] texts(NewSeats seats, Function<HeldSeat, String> text) {
        return seats.seats().stream().map(text).toArray(String[]::new);
    }
}
