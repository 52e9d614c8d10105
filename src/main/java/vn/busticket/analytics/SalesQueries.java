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

/** Reads sales from the views {@code report_…}: by day over time, and by route, operator, bus. */
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

    /**
     * The sales of one route, operator and bus type together.
     *
     * @param trips that were not called off
     */
    record Group(Named route, Named operator, Named busType, Figures figures, Trips trips) {}

    /** One of what sales are told apart by. */
    record Named(long id, String nameVi, String nameEn) {}

    /** Trips up to the end of a period or of today. */
    record Trips(long departed, long soldOut) {}

    /** The days on which anything happened, of the report and of what it is compared with. */
    Map<LocalDate, Figures> byDay(Selection selection, Period period, Optional<Period> other) {
        var compared = other.orElse(period);
        var days = new HashMap<LocalDate, Figures>();
        database.sql(
                        """
                        select day, %s
                          from %s
                         where (day between :from and :to or day between :otherFrom and :otherTo) %s
                         group by day
                        """
                                .formatted(
                                        SUMS,
                                        selection.isOfOneRoute()
                                                ? "report_sales_day"
                                                : "report_totals_day",
                                        selection.and()))
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

    /**
     * All groups with any figure. Whole months are read as such, the days before and behind them as
     * days.
     *
     * @param today trips that leave later have not departed
     */
    List<Group> groups(Selection selection, Period period, LocalDate today) {
        var firstMonth = period.from().plusMonths(1).minusDays(1).withDayOfMonth(1);
        var afterMonths = period.to().plusDays(1).withDayOfMonth(1);
        var hasMonths = firstMonth.isBefore(afterMonths);
        var daysUntil = hasMonths ? firstMonth.minusDays(1) : period.to();
        var daysFrom = hasMonths ? afterMonths : period.to().plusDays(1);
        return database.sql(
                        """
                        select g.*, r.name_vi as route_vi, r.name_en as route_en, o.name as operator_name,
                               b.name_vi as bus_type_vi, b.name_en as bus_type_en
                          from (select route_id, operator_id, bus_type_id, %1$s,
                                       sum(trips) filter (where day <= :today) as trips,
                                       sum(trips_sold_out) as trips_sold_out
                                  from (select * from report_sales_month as s (day)
                                         where day >= :firstMonth and day < :afterMonths %2$s
                                        union all
                                        select * from report_sales_day
                                         where (day between :from and :daysUntil or day between :daysFrom and :to) %2$s) s
                                 group by route_id, operator_id, bus_type_id) g
                          join route r on r.id = g.route_id
                          join operator o on o.id = g.operator_id
                          join bus_type b on b.id = g.bus_type_id
                        """
                                .formatted(SUMS, selection.and()))
                .params(selection.parameters())
                .param("today", today)
                .param("from", period.from())
                .param("to", period.to())
                .param("firstMonth", hasMonths ? firstMonth : period.to())
                .param("afterMonths", hasMonths ? afterMonths : period.to())
                .param("daysUntil", daysUntil)
                .param("daysFrom", daysFrom)
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
                                figures(row),
                                new Trips(row.getLong("trips"), row.getLong("trips_sold_out"))))
                .list();
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
