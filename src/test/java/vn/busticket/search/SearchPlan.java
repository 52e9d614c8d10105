package vn.busticket.search;

import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import vn.busticket.shared.VietnamTime;

/** Asks PostgreSQL how it goes about a search. */
public final class SearchPlan {

    private SearchPlan() {}

    /** The lines of the plan for one day. */
    public static List<String> of(BeanFactory application, TripQuery query, Instant now) {
        return application
                .getBean(OfferQueries.class)
                .statement(
                        "explain analyze " + OfferQueries.OFFERS,
                        query,
                        VietnamTime.startOf(query.day()),
                        VietnamTime.startOf(query.day().plusDays(1)),
                        now)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
