package vn.busticket.trips;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all reference data at once; there is little of it and it seldom changes. */
@Component
class ReferenceReader {

    private final JdbcClient jdbc;
    private final PolicyReader policies;

    ReferenceReader(JdbcClient jdbc, PolicyReader policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    Reference read() {
        var places = places();
        var layouts = layouts();
        var paths = paths(stops(places));
        return new Reference(
                places,
                operators(),
                busTypes(layouts),
                layouts,
                paths,
                policies.read(),
                new PlaceIndex(places, timesServed(paths)));
    }

    private List<Place> places() {
        return jdbc.sql(
                        """
                        select p.code, p.kind, parent.code as parent_code, p.name_vi, p.name_en, p.aliases
                        from place p left join place parent on parent.id = p.parent_id
                        """)
                .query((row, _) ->
                        new Place(
                                row.getString("code"),
                                Place.Kind.valueOf(row.getString("kind")),
                                row.getString("parent_code"),
                                row.getString("name_vi"),
                                row.getString("name_en"),
                                texts(row, "aliases")))
                .list();
    }

    private Map<Long, Stop> stops(List<Place> places) {
        var byCode = places.stream().collect(toMap(Place::code, place -> place));
        var stops = new HashMap<Long, Stop>();
        jdbc.sql(
                        """
                        select s.id, s.code, p.code as place_code, s.kind, s.name_vi, s.name_en, s.address_vi,
                               s.latitude, s.longitude
                        from stop s join place p on p.id = s.place_id
                        """)
                .query(row -> {
                    stops.put(row.getLong("id"), stop(row, byCode));
                });
        return stops;
    }

    private static Stop stop(ResultSet row, Map<String, Place> places) throws SQLException {
        var within = new ArrayList<String>();
        var place = places.get(row.getString("place_code"));
        while (place != null && !within.contains(place.code())) {
            within.add(place.code());
            place = place.parentCode() == null ? null : places.get(place.parentCode());
        }
        return new Stop(
                row.getString("code"),
                row.getString("place_code"),
                within,
                Stop.Kind.valueOf(row.getString("kind")),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("address_vi"),
                row.getDouble("latitude"),
                row.getDouble("longitude"));
    }

    private Map<Long, Operator> operators() {
        var operators = new HashMap<Long, Operator>();
        jdbc.sql("select id, code, name, hotline, email, sales_cutoff_minutes from operator")
                .query(row -> {
                    operators.put(
                            row.getLong("id"),
                            new Operator(
                                    new OperatorId(row.getLong("id")),
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("hotline"),
                                    row.getString("email"),
                                    Duration.ofMinutes(row.getInt("sales_cutoff_minutes"))));
                });
        return operators;
    }

    private Map<Long, BusType> busTypes(Map<Long, SeatLayout> layouts) {
        var busTypes = new HashMap<Long, BusType>();
        jdbc.sql(
                        """
                        select b.id, b.code, b.kind, b.name_vi, b.name_en, b.amenities,
                               (select l.id from seat_layout l where l.bus_type_id = b.id
                                order by l.version desc limit 1) as layout_id
                        from bus_type b
                        """)
                .query(row -> {
                    var layout = layouts.get(row.getLong("layout_id"));
                    busTypes.put(
                            row.getLong("id"),
                            new BusType(
                                    row.getString("code"),
                                    BusType.Kind.valueOf(row.getString("kind")),
                                    row.getString("name_vi"),
                                    row.getString("name_en"),
                                    texts(row, "amenities").stream()
                                            .map(Amenity::valueOf)
                                            .collect(toUnmodifiableSet()),
                                    layout == null ? 0 : layout.seatCount()));
                });
        return busTypes;
    }

    private Map<Long, SeatLayout> layouts() {
        var cells = new LinkedHashMap<Long, Map<Integer, List<SeatLayout.Cell>>>();
        jdbc.sql(
                        """
                        select layout_id, deck, row_number, column_number, kind, label, seat_class
                        from seat_layout_cell
                        order by layout_id, deck, row_number, column_number
                        """)
                .query(row -> {
                    cells.computeIfAbsent(row.getLong("layout_id"), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getInt("deck"), _ -> new ArrayList<>())
                            .add(cell(row));
                });
        var layouts = new HashMap<Long, SeatLayout>();
        cells.forEach((id, decks) ->
                layouts.put(
                        id,
                        new SeatLayout(
                                id,
                                decks.entrySet().stream()
                                        .map(deck -> deck(deck.getKey(), deck.getValue()))
                                        .toList())));
        return layouts;
    }

    private static SeatLayout.Cell cell(ResultSet row) throws SQLException {
        return new SeatLayout.Cell(
                row.getInt("row_number"),
                row.getInt("column_number"),
                SeatLayout.Cell.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getString("seat_class"));
    }

    private static SeatLayout.Deck deck(int number, List<SeatLayout.Cell> cells) {
        return new SeatLayout.Deck(
                number,
                cells.stream().mapToInt(SeatLayout.Cell::row).max().orElse(0),
                cells.stream().mapToInt(SeatLayout.Cell::column).max().orElse(0),
                cells);
    }

    private Map<Long, RoutePath> paths(Map<Long, Stop> stops) {
        var routeCodes = new HashMap<Long, String>();
        var pathStops = new LinkedHashMap<Long, List<PathStop>>();
        jdbc.sql(
                        """
                        select rs.path_id, r.code, rs.sequence, rs.stop_id, rs.distance_km, rs.minutes
                        from route_stop rs
                        join route_path p on p.id = rs.path_id
                        join route r on r.id = p.route_id
                        order by rs.path_id, rs.sequence
                        """)
                .query(row -> {
                    var stop = stops.get(row.getLong("stop_id"));
                    if (stop == null) {
                        throw new SQLException("A stop was added while reading");
                    }
                    routeCodes.put(row.getLong("path_id"), row.getString("code"));
                    pathStops
                            .computeIfAbsent(row.getLong("path_id"), _ -> new ArrayList<>())
                            .add(
                                    new PathStop(
                                            row.getInt("sequence"),
                                            stop,
                                            row.getInt("distance_km"),
                                            Duration.ofMinutes(row.getInt("minutes"))));
                });
        var paths = new HashMap<Long, RoutePath>();
        pathStops.forEach((id, line) ->
                paths.put(id, new RoutePath(id, routeCodes.getOrDefault(id, ""), line)));
        return paths;
    }

    private static Map<String, Long> timesServed(Map<Long, RoutePath> paths) {
        return paths.values().stream()
                .flatMap(path -> path.stops().stream())
                .flatMap(stop -> stop.stop().withinPlaces().stream())
                .collect(groupingBy(place -> place, counting()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
