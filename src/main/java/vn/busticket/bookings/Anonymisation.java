package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PayerPrivacy;
import vn.busticket.shared.SqlTime;

/**
 * Forgets whose bookings these were: names, ways to reach people, who paid. Trips, seats, amounts
 * and states stay. Within the transaction of the caller; tells {@link BookingsAnonymised}.
 */
@Component
class Anonymisation {

    private static final String BOOKINGS =
            """
            update booking
               set contact_name = '•••', contact_phone = '+84000000000', contact_email = 'erased@busticket.invalid',
                   account_id = null, visitor_id = gen_random_uuid(), access_token = gen_random_uuid()::text,
                   anonymised_at = :now, version = version + 1
             where id in (:bookings)
            """;

    private static final String PASSENGERS =
            "update booking_passenger set full_name = '•••' where booking_id in (:bookings)";

    private static final String CHANGES =
            """
            update booking_change
               set contact_name_before = '•••', contact_name = '•••',
                   contact_phone_before = '+84000000000', contact_phone = '+84000000000',
                   contact_email_before = 'erased@busticket.invalid', contact_email = 'erased@busticket.invalid'
             where booking_id in (:bookings)
            """;

    private static final String CHANGED_PASSENGERS =
            """
            update booking_change_passenger set name_before = '•••', name_after = '•••'
             where change_id in (select id from booking_change where booking_id in (:bookings))
            """;

    private static final String CHANGE_DRAFTS =
            "delete from booking_change_draft where booking_id in (:bookings)";

    /** Amounts, seats and times say nothing about a person; words of people may. */
    private static final String HISTORY =
            """
            update booking_history
               set detail = (select coalesce(jsonb_object_agg(key, value), '{}'::jsonb)
                               from jsonb_each(detail)
                              where key in ('amountVnd', 'feeVnd', 'paidVnd', 'backVnd', 'fromSeats', 'toSeats', 'leftSeats', 'seats',
                                            'seat', 'fromDeparture', 'toDeparture', 'cause', 'disruption',
                                            'departsBefore', 'departsAfter', 'plateBefore', 'plateAfter',
                                            'lowerClass', 'passenger', 'before', 'after', 'doneAt'))
             where booking_id in (:bookings) and detail <> '{}'::jsonb
            """;

    private static final String GRANTS =
            "delete from booking_grant where booking_id in (:bookings)";

    private static final String DRAFTS =
            """
            delete from checkout_draft
             where hold_id in (select hold_id from booking where id in (:bookings))
            """;

    private static final List<String> FORGETTING =
            List.of(
                    PASSENGERS,
                    CHANGES,
                    CHANGED_PASSENGERS,
                    HISTORY,
                    GRANTS,
                    DRAFTS,
                    CHANGE_DRAFTS);

    private final JdbcClient database;
    private final PayerPrivacy payers;
    private final ApplicationEventPublisher events;

    Anonymisation(JdbcClient database, PayerPrivacy payers, ApplicationEventPublisher events) {
        this.database = database;
        this.payers = payers;
        this.events = events;
    }

    void of(List<BookingId> bookings, Instant now) {
        if (bookings.isEmpty()) {
            return;
        }
        var numbers = bookings.stream().map(BookingId::value).toList();
        for (var forgetting : FORGETTING) {
            database.sql(forgetting).param("bookings", numbers).update();
        }
        database.sql(BOOKINGS).param("bookings", numbers).param("now", SqlTime.of(now)).update();
        payers.forget(numbers.stream().map(PayableId::new).toList());
        events.publishEvent(new BookingsAnonymised(bookings));
    }
}
