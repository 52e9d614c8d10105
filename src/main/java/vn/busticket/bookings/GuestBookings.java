package vn.busticket.bookings;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.EmailVerified;

/**
 * Gives the bookings that somebody made as a guest to the account that proved to read their
 * mailbox, in the transaction of that proof; may be repeated.
 */
@Component
class GuestBookings {

    private final JdbcClient database;

    GuestBookings(JdbcClient database) {
        this.database = database;
    }

    /** Locked in the same order by everybody; the version tells who read a booking before. */
    @EventListener
    void on(EmailVerified verified) {
        database.sql(
                        """
                        update booking
                           set account_id = :account, version = version + 1
                         where id in (select id
                                        from booking
                                       where contact_email = :email and account_id is null
                                       order by id
                                         for update)
                        """)
                .param("account", verified.account().value())
                .param("email", verified.email().value())
                .update();
    }
}
