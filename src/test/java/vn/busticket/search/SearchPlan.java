package vn.busticket.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.VietnamTime;

/** Asks PostgreSQL how it goes about a search. */
public final class SearchPlan {

    private SearchPlan() {}

    /** The lines of the plan for the offers of one day. */
    public static List<String> ofOffers(BeanFactory application, TripQuery query, Instant now) {
        return plan(application, OfferQueries.OFFERS, query, 0, now).query(SearchPlan::line).list();
    }

    /** The lines of the plan for the lowest prices of seven days. */
    public static List<String> ofLowestPrices(
            BeanFactory application, TripQuery query, Instant now) {
        return plan(application, OfferQueries.LOWEST_PRICES, query, 3, now)
                .param("passengers", query.passengers())
                .query(SearchPlan::line)
                .list();
    }

    private static JdbcClient.StatementSpec plan(
            BeanFactory application, String sql, TripQuery query, int daysEachSide, Instant now) {
        return application
                .getBean(OfferQueries.class)
                .statement(
                        "explain analyze " + sql,
                        query,
                        VietnamTime.startOf(query.day().minusDays(daysEachSide)),
                        VietnamTime.startOf(query.day().plusDays(daysEachSide + 1)),
                        now);
    }

    private static String line(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }
}
