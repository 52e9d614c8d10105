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
        database.sql("select count_bookings(:bookings)")
                .param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
        events.publishEvent(new Appended());
    }
}
