package vn.busticket.seats;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.trips.TripId;

/** The locks in front of seats; each ends with the transaction. */
@Repository
class SeatLocks {

    /** The class of advisory locks whose keys are trips. */
    static final int TRIP_LOCK = 1;

    private static final int VISITOR_LOCK = 2;

    private final JdbcClient database;

    SeatLocks(JdbcClient database) {
        this.database = database;
    }

    /** Only one transaction at a time changes the seats of a trip. */
    void lockTrip(TripId trip) {
        database.sql("select pg_advisory_xact_lock(:class, :trip)")
                .param("class", TRIP_LOCK)
                .param("trip", Math.toIntExact(trip.value()))
                .query((row, number) -> true)
                .single();
    }

    /**
     * Locks both if nobody else has either, without waiting.
     *
     * @return false if one of them is locked by somebody else
     */
    boolean tryLockVisitorAndTrip(UUID visitorId, TripId tripId) {
        return database.sql(
                        """
                        select case when pg_try_advisory_xact_lock(:visitorClass, :visitor)
                                    then pg_try_advisory_xact_lock(:tripClass, :trip)
                                    else false end
                        """)
                .param("visitorClass", VISITOR_LOCK)
                .param("visitor", visitorId.hashCode())
                .param("tripClass", TRIP_LOCK)
                .param("trip", Math.toIntExact(tripId.value()))
                .query(Boolean.class)
                .single();
    }

    /**
     * Locks the visitor, whose limits are counted over all trips, and then the trip; gives up after
     * five seconds.
     */
    void lockVisitorAndTrip(UUID visitorId, TripId tripId) {
        database.sql(
                        """
                        select set_config('lock_timeout', '5s', true),
                               pg_advisory_xact_lock(:visitorClass, :visitor),
                               pg_advisory_xact_lock(:tripClass, :trip)
                        """)
                .param("visitorClass", VISITOR_LOCK)
                .param("visitor", visitorId.hashCode())
                .param("tripClass", TRIP_LOCK)
                .param("trip", Math.toIntExact(tripId.value()))
                .query((row, number) -> true)
                .single();
    }
}
