package vn.busticket.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/** What crews did at the door, each entry once. */
@Repository
class BoardingRepository {

    private final JdbcClient database;

    BoardingRepository(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else take the same entry until the transaction ends. */
    void lock(UUID entry) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:id, 7160))")
                .param("id", entry.toString())
                .query((row, number) -> true)
                .list();
    }

    /** What became of an entry that was told before. */
    Optional<Verdict> verdictOn(UUID entry) {
        return database.sql(
                        """
                        select e.outcome, e.passenger_id, p.boarded_at
                          from boarding_entry e
                          left join booking_passenger p on p.id = e.passenger_id
                         where e.id = :id
                        """)
                .param("id", entry)
                .query((row, number) ->
                        new Verdict(
                                BoardingOutcome.valueOf(row.getString("outcome")),
                                row.getObject("passenger_id", Long.class),
                                SqlTime.optionalInstant(row, "boarded_at").orElse(null)))
                .optional();
    }

    void insert(Door door, BoardingEntry entry, Instant doneAt, Instant now, Verdict verdict) {
        database.sql(
                        """
                        insert into boarding_entry (id, trip_id, device_id, account_id, kind, passenger_id, done_at,
                                                    received_at, told, outcome)
                        values (:id, :trip, :device, :account, :kind, :passenger, :doneAt, :now, :told, :outcome)
                        """)
                .param("id", entry.id())
                .param("trip", door.trip().id().value())
                .param("device", door.device())
                .param("account", door.staff().value())
                .param("kind", entry.kind().name())
                .param("passenger", verdict.passenger(), Types.BIGINT)
                .param("doneAt", SqlTime.of(doneAt))
                .param("now", SqlTime.of(now))
                .param("told", entry.told().name())
                .param("outcome", verdict.outcome().name())
                .update();
    }

    /** By which entry a passenger got on who is on the coach now. */
    Optional<CheckIn> lastCheckIn(long passenger) {
        return database.sql(
                        """
                        select device_id, done_at
                          from boarding_entry
                         where passenger_id = :passenger and outcome = 'BOARDED'
                         order by received_at desc, done_at desc
                         limit 1
                        """)
                .param("passenger", passenger)
                .query((row, number) ->
                        new CheckIn(
                                row.getObject("device_id", UUID.class),
                                SqlTime.instant(row, "done_at")))
                .optional();
    }

    /** What the crew was told otherwise than it turned out, oldest first. */
    List<BoardingConflict> conflictsOf(TripId trip) {
        return database.sql(
                        """
                        select p.seat_label, p.full_name, e.outcome, e.done_at
                          from boarding_entry e
                          join booking_passenger p on p.id = e.passenger_id
                         where e.trip_id = :trip
                           and (e.told = 'BOARDED' and e.outcome in ('USED_BEFORE', 'VOID_CHANGED', 'VOID_CANCELLED',
                                                                     'OTHER_TRIP', 'OTHER_DATE', 'NOT_PAID')
                                or e.told = 'MISSED' and e.outcome = 'ON_BOARD')
                         order by e.done_at, e.id
                        """)
                .param("trip", trip.value())
                .query((row, number) -> conflict(row))
                .list();
    }

    private static BoardingConflict conflict(ResultSet row) throws SQLException {
        return new BoardingConflict(
                row.getString("seat_label"),
                row.getString("full_name"),
                BoardingOutcome.valueOf(row.getString("outcome")),
                SqlTime.instant(row, "done_at"));
    }
}
