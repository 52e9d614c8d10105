package vn.busticket.trips;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;

/** Finds the other trips of a route, of whichever operator. */
@Repository
public class RouteTrips {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Trips trips;

    RouteTrips(JdbcClient jdbc, Trips trips) {
        this.jdbc = jdbc;
        this.trips = trips;
    }

    /** The trips of the same route that start within that time, earliest first, that one too. */
    public List<Trip> startingBetween(TripId one, Instant from, Instant until) {
        return jdbc
                .sql(
                        """
                        select other.id
                          from trip one
                          join route_path path on path.route_id = one.route_id
                          join trip other on other.path_id = path.id
                                         and other.departs_at >= :from and other.departs_at < :until
                         where one.id = :one
                         order by other.departs_at, other.id
                         limit :most
                        """)
                .param("one", one.value())
                .param("from", SqlTime.of(from))
                .param("until", SqlTime.of(until))
                .param("most", MOST)
                .query((row, _) -> new TripId(row.getLong("id")))
                .list()
                .stream()
                .map(trips::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The stretch of another trip between the very stops of a stretch, if it stops there. */
    public static Optional<Stretch> sameStops(Trip trip, Stretch stretch, Trip other) {
        if (!trip.routeCode().equals(other.routeCode())) {
            return Optional.empty();
        }
        var from = sequenceOf(trip.stopAt(stretch.from()).stop(), other);
        var to = sequenceOf(trip.stopAt(stretch.to()).stop(), other);
        return from >= 0 && to > from ? Optional.of(new Stretch(from, to)) : Optional.empty();
    }

    private static int sequenceOf(Stop stop, Trip trip) {
        return trip.stops().stream()
                .filter(at -> at.stop().code().equals(stop.code()))
                .mapToInt(TripStop::sequence)
                .findFirst()
                .orElse(-1);
    }
}
