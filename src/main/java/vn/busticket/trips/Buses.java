package vn.busticket.trips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The coaches of the companies, and which of them drives a trip. */
@Component
public class Buses {

    private static final String SELECT =
            """
            select bus.id, bus.plate, bus.layout_id, seat_layout.bus_type_id
            from bus
            join seat_layout on seat_layout.id = bus.layout_id
            """;

    private final JdbcClient database;
    private final Catalogue catalogue;

    Buses(JdbcClient database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** The coach that drives a trip, once one is assigned. */
    public Optional<Bus> of(TripId trip) {
        return database.sql(SELECT + "join trip on trip.bus_id = bus.id where trip.id = :trip")
                .param("trip", trip.value())
                .query((row, number) -> bus(row))
                .optional();
    }

    /** The number plate of the coach that drives a trip, once one is assigned. */
    public Optional<String> plateOf(TripId trip) {
        return database.sql(
                        """
                        select coalesce(trip.plate, bus.plate)
                          from trip
                          left join bus on bus.id = trip.bus_id
                         where trip.id = :trip
                        """)
                .param("trip", trip.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(plate -> plate);
    }

    /** All coaches of a company by their plates. */
    public List<Bus> ofOperator(OperatorId operator) {
        return database.sql(SELECT + "where bus.operator_id = :operator order by bus.plate")
                .param("operator", operator.value())
                .query((row, number) -> bus(row))
                .list();
    }

    private Bus bus(ResultSet row) throws SQLException {
        return new Bus(
                new BusId(row.getLong("id")),
                row.getString("plate"),
                catalogue.busType(row.getLong("bus_type_id")),
                catalogue.layout(row.getLong("layout_id")));
    }
}
