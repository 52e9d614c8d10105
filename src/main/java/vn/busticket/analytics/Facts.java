package vn.busticket.analytics;

import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.bookings.BookingId;

/** Appends what happened to bookings; the rule which facts those are is {@code count_bookings}. */
@Repository
class Facts {

    /** What a call costs grows faster than the bookings that it is about. */
    private static final int AT_A_TIME = 50;

    private static final String COUNT =
            """
            select count_bookings(asked.ids[first : first + :atATime - 1])
              from (select cast(:bookings as bigint[]) as ids) asked
             cross join lateral generate_series(1, cardinality(asked.ids), :atATime) as first
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Facts(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Reports that were read before are not true any more. */
    record Appended() {}

    /**
     * Appends what happened to locked bookings since they were last counted; repeating it adds
     * nothing. One round trip, however many bookings.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void count(Collection<BookingId> bookings) {
        database.sql(COUNT)
                .param("atATime", AT_A_TIME)
                .param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
        events.publishEvent(new Appended());
    }
}
