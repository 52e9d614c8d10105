package vn.busticket.trips;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;

/** Finds one trip with its stops, seats and fares; held in memory until the catalogue changes. */
@Component
public class Trips {

    private static final int HELD_TRIPS = 20_000;
    private static final int HELD_TARIFFS = 5_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Cache<TripId, Trip> trips =
            Caffeine.newBuilder()
                    .maximumSize(HELD_TRIPS)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();
    private final Cache<Long, Map<FareKey, Vnd>> fares =
            Caffeine.newBuilder().maximumSize(HELD_TARIFFS).build();

    Trips(JdbcClient jdbc, Catalogue catalogue, ClusterNotices notices) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        notices.subscribe(Catalogue.TOPIC, _ -> trips.invalidateAll());
    }

    /** The trip of that number, if there is one. */
    public Optional<Trip> find(TripId id) {
        var held = trips.getIfPresent(id);
        if (held != null) {
            return Optional.of(held);
        }
        var found = read(id);
        found.ifPresent(trip -> trips.put(id, trip));
        return found;
    }

    /**
     * The trip as it stands in the database at this moment, for decisions that cannot be taken on
     * what was true a minute ago; {@link #find} is for all others.
     */
    public Optional<Trip> findAnew(TripId id) {
        return read(id);
    }

    private Optional<Trip> read(TripId id) {
        return jdbc.sql(
                        """
                        select id, operator_id, path_id, bus_type_id, layout_id, tariff_id, departs_at, state
                        from trip
                        where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> trip(row))
                .optional();
    }

    private Trip trip(ResultSet row) throws SQLException {
        var departsAt = SqlTime.instant(row, "departs_at");
        var path = catalogue.path(row.getLong("path_id"));
        return new Trip(
                new TripId(row.getLong("id")),
                catalogue.operator(row.getLong("operator_id")),
                catalogue.busType(row.getLong("bus_type_id")),
                catalogue.layout(row.getLong("layout_id")),
                path.routeCode(),
                path.stops().stream().map(stop -> at(stop, departsAt)).toList(),
                Trip.State.valueOf(row.getString("state")),
                fares.get(row.getLong("tariff_id"), this::readFares),
                catalogue.policies(row.getLong("operator_id")));
    }

    private static TripStop at(PathStop stop, Instant departsAt) {
        return new TripStop(stop.sequence(), stop.stop(), departsAt.plus(stop.fromStart()));
    }

    private Map<FareKey, Vnd> readFares(long tariffId) {
        var found = new HashMap<FareKey, Vnd>();
        jdbc.sql(
                        """
                        select from_sequence, to_sequence, seat_class, price_vnd
                        from fare
                        where tariff_id = :tariffId
                        """)
                .param("tariffId", tariffId)
                .query(row -> {
                    var stretch =
                            new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence"));
                    found.put(
                            new FareKey(stretch, row.getString("seat_class")),
                            new Vnd(row.getLong("price_vnd")));
                });
        return Map.copyOf(found);
    }
}
