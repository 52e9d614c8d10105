package vn.busticket.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.Vnd;

/** Reads when people buy, how long before the departure, and why and by whom tickets end. */
@Repository
class PatternQueries {

    private static final int HOURS = 24;

    /** First days of the steps before the departure. */
    private static final List<Integer> LEADS = List.of(0, 1, 2, 3, 4, 7, 14, 30);

    private final JdbcClient database;

    PatternQueries(JdbcClient database) {
        this.database = database;
    }

    /** Cancellations by the column {@code reason} or {@code by_whom}, most tickets first. */
    private List<CancelledShare> cancelled(String column, Selection selection, Period period) {
        return database.sql(
                        """
                        select %1$s as key, sum(cancelled_bookings) as bookings, sum(cancelled_tickets) as tickets,
                               sum(cancelled_vnd) as amount_vnd
                          from booking_fact
                         where cancelled_tickets > 0 and day between :from and :to %2$s
                         group by %1$s
                         order by tickets desc, key
                        """
                                .formatted(column, selection.and()))
                .params(selection.parameters())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) ->
                        new CancelledShare(
                                row.getString("key"),
                                row.getLong("bookings"),
                                row.getLong("tickets"),
                                new Vnd(row.getLong("amount_vnd"))))
                .list();
    }

    List<CancelledShare> cancelledByReason(Selection selection, Period period) {
        return cancelled("reason", selection, period);
    }

    List<CancelledShare> cancelledByWhom(Selection selection, Period period) {
        return cancelled("by_whom", selection, period);
    }

    /** Paid bookings by the days between payment and departure. */
    List<LeadTime> leadTimes(Selection selection, Period period) {
        var counts = new long[LEADS.size()];
        database.sql(
                        """
                        select step, sum(bookings) as bookings
                          from %s
                         where profile = 'LEAD' and day between :from and :to %s
                         group by step
                        """
                                .formatted(source(selection), selection.and()))
                .params(selection.parameters())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    counts[stepOf(row.getInt("step"))] += row.getLong("bookings");
                });
        var steps = new ArrayList<LeadTime>();
        for (int step = 0; step < counts.length; step++) {
            var to = step + 1 < LEADS.size() ? LEADS.get(step + 1) - 1 : Integer.MAX_VALUE;
            steps.add(new LeadTime(LEADS.get(step), to, counts[step]));
        }
        return List.copyOf(steps);
    }

    private static int stepOf(int days) {
        var at = Collections.binarySearch(LEADS, Math.max(0, days));
        return at >= 0 ? at : -at - 2;
    }

    /**
     * Average paid bookings of each hour of the week.
     *
     * @param period days that have begun
     */
    List<List<Double>> weekdayHours(Selection selection, Period period) {
        var counts = new long[DayOfWeek.values().length][HOURS];
        database.sql(
                        """
                        select extract(isodow from day)::integer - 1 as weekday, step, sum(bookings) as bookings
                          from %s
                         where profile = 'HOUR' and day between :from and :to %s
                         group by weekday, step
                        """
                                .formatted(source(selection), selection.and()))
                .params(selection.parameters())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    counts[row.getInt("weekday")][row.getInt("step")] = row.getLong("bookings");
                });
        var days = new long[counts.length];
        period.from()
                .datesUntil(period.to().plusDays(1))
                .map(LocalDate::getDayOfWeek)
                .forEach(weekday -> days[weekday.ordinal()]++);
        var averages = new ArrayList<List<Double>>();
        for (int weekday = 0; weekday < counts.length; weekday++) {
            averages.add(averages(counts[weekday], days[weekday]));
        }
        return List.copyOf(averages);
    }

    private static List<Double> averages(long[] hours, long days) {
        var averages = new ArrayList<Double>();
        for (var hour : hours) {
            averages.add(days == 0 ? 0 : (double) hour / days);
        }
        return List.copyOf(averages);
    }

    /** Profiles are not kept by route: the facts of one route are few. */
    private static String source(Selection selection) {
        return selection.isOfOneRoute() ? "report_profile_route" : "report_profile_day";
    }
}
