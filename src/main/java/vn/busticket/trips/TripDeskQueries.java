package vn.busticket.trips;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.Language;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;

/** Trips as lists of staff show them, a page at a time. */
@Component
public class TripDeskQueries {

    private static final String FOUND =
            """
            from trip
            join operator on operator.id = trip.operator_id
            join route on route.id = trip.route_id
            where trip.departs_at >= :from and trip.departs_at < :until
              and (cast(:route as text) is null or route.code = :route)
              and (cast(:operator as text) is null or operator.code = :operator)
              and (cast(:state as text) is null or trip.state = :state)
            """;

    private final JdbcClient database;

    TripDeskQueries(JdbcClient database) {
        this.database = database;
    }

    /** How many trips there are. */
    public int count(TripSearch search) {
        return prepared("select count(*) " + FOUND, search).query(Integer.class).single();
    }

    /** Some of them, the earliest first. */
    public List<TripId> page(TripSearch search, int offset, int limit) {
        return prepared(
                        "select trip.id "
                                + FOUND
                                + "order by trip.departs_at, trip.id offset :offset limit :limit",
                        search)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new TripId(row.getLong("id")))
                .list();
    }

    /** The names of all routes by their codes. */
    public Map<String, String> routes(Language language) {
        var name = language == Language.VI ? "name_vi" : "name_en";
        return names("select code, " + name + " as name from route");
    }

    /** The names of all companies by their codes. */
    public Map<String, String> operators() {
        return names("select code, name from operator");
    }

    private Map<String, String> names(String sql) {
        var names = new TreeMap<String, String>();
        database.sql(sql)
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    private JdbcClient.StatementSpec prepared(String sql, TripSearch search) {
        var state = search.state();
        return database.sql(sql)
                .param("from", SqlTime.of(VietnamTime.startOf(search.day())))
                .param("until", SqlTime.of(VietnamTime.startOf(search.day().plusDays(1))))
                .param("route", search.routeCode())
                .param("operator", search.operatorCode())
                .param("state", state == null ? null : state.name());
    }
}
