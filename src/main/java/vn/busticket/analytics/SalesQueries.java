package vn.busticket.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.Vnd;

/** Reads sales from {@code report_sales}: over time, and by route, operator, bus. */
@Repository
class SalesQueries {

    private static final String SUMS =
            """
            sum(received_vnd) as received_vnd, sum(refunded_vnd) as refunded_vnd, sum(bookings) as bookings,
            sum(tickets) as tickets, sum(cancelled_bookings) as cancelled_bookings,
            sum(cancelled_tickets) as cancelled_tickets, sum(cancelled_vnd) as cancelled_vnd,
            sum(expired_bookings) as expired_bookings, sum(seats_sold) as seats_sold,
            sum(seats_offered) as seats_offered\
            """;

    private final JdbcClient database;

    SalesQueries(JdbcClient database) {
        this.database = database;
    }

    /** The sales of one route, operator and bus type together. */
    record Group(Named route, Named operator, Named busType, Figures figures) {}

    /** One of what sales are told apart by. */
    record Named(long id, String nameVi, String nameEn) {}

    /** Trips that are not called off, and those of them that left sold out. */
    record Trips(long all, long soldOut) {

        static final Trips NONE = new Trips(0, 0);
    }

    /** The days on which anything happened, of the report and of what it is compared with. */
    Map<LocalDate, Figures> byDay(Selection selection, Period period, Optional<Period> other) {
        var compared = other.orElse(period);
        var days = new HashMap<LocalDate, Figures>();
        database.sql(
                        """
                        select day, %s
                          from report_sales
                         where days = 1 and (day between :from and :to or day between :otherFrom and :otherTo) %s
                         group by day
                        """
                                .formatted(SUMS, selection.andOverTime()))
                .params(selection.parameters())
                .param("from", period.from())
                .param("to", period.to())
                .param("otherFrom", compared.from())
                .param("otherTo", compared.to())
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), figures(row));
                });
        return Map.copyOf(days);
    }

    /** All groups with any figure. */
    List<Group> groups(Selection selection, Period period) {
        return database.sql(
                        """
                        select g.*, r.name_vi as route_vi, r.name_en as route_en, o.name as operator_name,
                               b.name_vi as bus_type_vi, b.name_en as bus_type_en
                          from (select route_id, operator_id, bus_type_id, %s
                                  from report_sales
                                 where %s %s
                                 group by route_id, operator_id, bus_type_id) g
                          join route r on r.id = g.route_id
                          join operator o on o.id = g.operator_id
                          join bus_type b on b.id = g.bus_type_id
                        """
                                .formatted(SUMS, FewestSums.OF_A_PERIOD, selection.and()))
                .params(selection.parameters())
                .params(FewestSums.of(period).parameters())
                .query((row, number) ->
                        new Group(
                                new Named(
                                        row.getLong("route_id"),
                                        row.getString("route_vi"),
                                        row.getString("route_en")),
                                new Named(
                                        row.getLong("operator_id"),
                                        row.getString("operator_name"),
                                        row.getString("operator_name")),
                                new Named(
                                        row.getLong("bus_type_id"),
                                        row.getString("bus_type_vi"),
                                        row.getString("bus_type_en")),
                                figures(row)))
                .list();
    }

    /** The trips of each route that leave in a period. */
    Map<Long, Trips> trips(Selection selection, Period period) {
        var routes = new HashMap<Long, Trips>();
        database.sql(
                        """
                        select route_id, sum(trips) as trips, sum(trips_sold_out) as trips_sold_out
                          from report_sales
                         where %s %s
                         group by route_id
                        """
                                .formatted(FewestSums.OF_A_PERIOD, selection.and()))
                .params(selection.parameters())
                .params(FewestSums.of(period).parameters())
                .query(row -> {
                    routes.put(
                            row.getLong("route_id"),
                            new Trips(row.getLong("trips"), row.getLong("trips_sold_out")));
                });
        return Map.copyOf(routes);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                new Vnd(row.getLong("received_vnd")),
                new Vnd(row.getLong("refunded_vnd")),
                row.getLong("bookings"),
                row.getLong("tickets"),
                row.getLong("cancelled_bookings"),
                row.getLong("cancelled_tickets"),
                new Vnd(row.getLong("cancelled_vnd")),
                row.getLong("expired_bookings"),
                row.getLong("seats_sold"),
                row.getLong("seats_offered"));
    }
}
