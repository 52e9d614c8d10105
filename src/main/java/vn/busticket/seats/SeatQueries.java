package vn.busticket.seats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Reads seats for screens: maps and holds. */
@Component
public class SeatQueries {

    private final JdbcClient database;
    private final HoldRepository holds;
    private final Trips trips;
    private final Clock clock;

    SeatQueries(JdbcClient database, HoldRepository holds, Trips trips, Clock clock) {
        this.database = database;
        this.holds = holds;
        this.trips = trips;
        this.clock = clock;
    }

    /**
     * The seats of a trip as one visitor sees them.
     *
     * @param own the visitor's hold, if there is one
     * @throws NoSuchElementException if there is no such trip
     */
    public SeatMap seatMap(TripId tripId, Stretch stretch, @Nullable HoldId own) {
        var trip = trips.find(tripId).orElseThrow();
        return SeatMap.of(trip, stretch, occupied(tripId), own, clock.instant());
    }

    /** All seats of a trip that somebody has, on any stretch; for sharing among viewers. */
    public List<OccupiedSeat> occupied(TripId tripId) {
        return database.sql(
                        """
                        select seat_label, lower(stretch) as from_sequence, upper(stretch) as to_sequence,
                               hold_id, held_until = 'infinity' as sold, held_until
                        from seat_occupancy
                        where trip_id = :trip and held_until > :now
                        """)
                .param("trip", tripId.value())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> occupiedSeat(row))
                .list();
    }

    /** The hold that a URL names. */
    public Optional<Hold> findByToken(String token) {
        return holds.findByToken(token, clock.instant());
    }

    /** The hold on which a visitor has not placed a booking yet, if its time is not over. */
    public Optional<Hold> openHold(TripId tripId, UUID visitorId) {
        return holds.findOpen(tripId, visitorId, clock.instant());
    }

    /** The hold of that id. */
    public Optional<Hold> find(HoldId id) {
        return holds.find(id, clock.instant());
    }

    private static OccupiedSeat occupiedSeat(ResultSet row) throws SQLException {
        return new OccupiedSeat(
                row.getString("seat_label"),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                new HoldId(row.getLong("hold_id")),
                row.getBoolean("sold"),
                SqlTime.instant(row, "held_until"));
    }
}
