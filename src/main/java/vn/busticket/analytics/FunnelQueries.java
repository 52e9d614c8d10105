package vn.busticket.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how many took which step from a search to a paid booking. */
@Repository
class FunnelQueries {

    private static final int WEEKS = 8;
    private static final int DAYS_OF_A_WEEK = 7;

    private final JdbcClient database;

    FunnelQueries(JdbcClient database) {
        this.database = database;
    }

    /** Searches of one route, those that found no seats enough among them. */
    record Searches(long all, long inVain) {

        static final Searches NONE = new Searches(0, 0);
    }

    /** How often each step was taken; a search is for every company that drives the route. */
    Map<FunnelStep, Map<Device, Long>> steps(Selection selection, Period period) {
        var steps = new HashMap<FunnelStep, Map<Device, Long>>();
        database.sql(
                        """
                        select step, device, sum(count) as count
                          from report_funnel_day
                         where day between :from and :to and step <> 'SEARCHED_IN_VAIN' %s
                         group by step, device
                        """
                                .formatted(selection.andSteps()))
                .params(selection.stepParameters())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    steps.computeIfAbsent(
                                    FunnelStep.valueOf(row.getString("step")),
                                    step -> new HashMap<>())
                            .put(Device.valueOf(row.getString("device")), row.getLong("count"));
                });
        return Map.copyOf(steps);
    }

    /** How often each route was searched for. */
    Map<Long, Searches> searches(Selection selection, Period period) {
        var routes = new HashMap<Long, Searches>();
        database.sql(
                        """
                        select route_id, coalesce(sum(count) filter (where step = 'SEARCHED'), 0) as searches,
                               coalesce(sum(count) filter (where step = 'SEARCHED_IN_VAIN'), 0) as in_vain
                          from report_funnel_day
                         where day between :from and :to and step in ('SEARCHED', 'SEARCHED_IN_VAIN') %s
                         group by route_id
                        """
                                .formatted(selection.andSteps()))
                .params(selection.stepParameters())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    routes.put(
                            row.getLong("route_id"),
                            new Searches(row.getLong("searches"), row.getLong("in_vain")));
                });
        return Map.copyOf(routes);
    }

    /** Searches of eight times seven days up to that day, by route, the oldest first. */
    Map<Long, List<Long>> weeks(Selection selection, LocalDate last) {
        var routes = new HashMap<Long, List<Long>>();
        database.sql(
                        """
                        select route_id, (:last - day) / 7 as weeks_ago, sum(count) as count
                          from report_funnel_day
                         where day between :first and :last and step = 'SEARCHED' %s
                         group by route_id, weeks_ago
                        """
                                .formatted(selection.andSteps()))
                .params(selection.stepParameters())
                .param("first", last.minusDays(WEEKS * DAYS_OF_A_WEEK - 1L))
                .param("last", last)
                .query(row -> {
                    routes.computeIfAbsent(row.getLong("route_id"), route -> noWeeks())
                            .set(WEEKS - 1 - row.getInt("weeks_ago"), row.getLong("count"));
                });
        return Map.copyOf(routes);
    }

    static List<Long> noWeeks() {
        return new ArrayList<>(Collections.nCopies(WEEKS, 0L));
    }
}
