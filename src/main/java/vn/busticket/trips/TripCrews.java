package vn.busticket.trips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.PhoneNumber;

/** Says and reads which coach runs a trip and who drives it. */
@Service
public class TripCrews {

    /** Topic of the notice that the list of passengers of a trip looks different now. */
    public static final String TOPIC = "manifest";

    private final JdbcClient database;
    private final OperatorTrips trips;
    private final AuditLog audit;
    private final ClusterNotices notices;

    TripCrews(JdbcClient database, OperatorTrips trips, AuditLog audit, ClusterNotices notices) {
        this.database = database;
        this.trips = trips;
        this.audit = audit;
        this.notices = notices;
    }

    /**
     * Coach and driver of a trip as they are known.
     *
     * @throws TripOfOthers if this person may not work on that trip
     */
    public TripCrew of(AccountId staff, TripId trip) {
        trips.require(staff, trip);
        return database.sql(
                        """
                        select coalesce(t.plate, b.plate) as plate, t.driver_name, t.driver_phone
                          from trip t
                          left join bus b on b.id = t.bus_id
                         where t.id = :trip
                        """)
                .param("trip", trip.value())
                .query((row, number) -> crew(row))
                .single();
    }

    /**
     * Says coach and driver; stands in the audit log without the driver's name and number, and
     * every open list of that trip shows it. May be repeated.
     *
     * @throws TripOfOthers if this person may not work on that trip
     */
    @Transactional
    public void assign(AccountId staff, TripId trip, TripCrew crew) {
        trips.require(staff, trip);
        database.sql(
                        """
                        update trip
                           set plate = :plate, driver_name = :name, driver_phone = :phone
                         where id = :trip
                        """)
                .param("plate", crew.plate().orElse(null), Types.VARCHAR)
                .param("name", crew.driverName().orElse(null), Types.VARCHAR)
                .param(
                        "phone",
                        crew.driverPhone().map(PhoneNumber::e164).orElse(null),
                        Types.VARCHAR)
                .param("trip", trip.value())
                .update();
        audit.record(
                staff,
                "trip.crew-assigned",
                "trip " + trip.value(),
                null,
                Map.of("plate", crew.plate().orElse("")));
        announce(trip);
    }

    /** Has every open list of that trip read anew. */
    public void announce(TripId trip) {
        notices.publish(TOPIC, Long.toString(trip.value()));
    }

    private static TripCrew crew(ResultSet row) throws SQLException {
        return new TripCrew(
                Optional.ofNullable(row.getString("plate")),
                Optional.ofNullable(row.getString("driver_name")),
                Optional.ofNullable(row.getString("driver_phone")).map(PhoneNumber::new));
    }
}
