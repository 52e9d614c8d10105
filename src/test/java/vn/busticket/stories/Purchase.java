package vn.busticket.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a passenger has begun to buy, for stories that do not begin with the search: the seats of
 * one trip, from the map to the payment page.
 */
final class Purchase {

    private static final String NAME = "Lê Thị Hoa";
    private static final String PHONE = "0912 345 678";

    private final JdbcClient database;
    private final Passenger passenger;
    private final String email;
    private final List<String> seats;

    /** Takes the seats; stands on the checkout page. */
    Purchase(Shop shop, Passenger passenger, long trip, String email, List<String> seats) {
        this.database = shop.surroundings().database();
        this.passenger = passenger;
        this.email = email;
        this.seats = seats;
        passenger.open("/trips/" + trip);
        passenger.seat(seats.getFirst()).waitFor(shown());
        passenger.takeSeats(seats);
    }

    /** A coach of Sao Đêm that leaves on a day so many days from today. */
    static long trip(Shop shop, int daysFromToday) {
        return trip(shop, "SAO_DEM", daysFromToday);
    }

    /** A coach of that operator, likewise. */
    static long trip(Shop shop, String operator, int daysFromToday) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select min(trip.id)
                          from trip
                          join route on route.id = trip.route_id and route.code = 'SG_DL'
                          join operator on operator.id = trip.operator_id and operator.code = :operator
                         where trip.service_day = :day
                        """)
                .param("operator", operator)
                .param("day", Shop.day(daysFromToday))
                .query(Long.class)
                .single();
    }

    /** Says who travels; stays on the checkout page. */
    Purchase fillIn() {
        passenger.fillIn(NAME, PHONE, email, seats);
        return this;
    }

    /** Waits until who travels is kept, whatever becomes of the page. */
    Purchase awaitDraft() throws InterruptedException {
        Mailbox.waitUntil(() -> drafts() == 1, Duration.ofSeconds(10));
        return this;
    }

    /** Says who travels and goes on to the payment page. */
    Purchase toPayment() {
        fillIn();
        passenger.goToPayment();
        return this;
    }

    String email() {
        return email;
    }

    /** The code that was bought; who is split off later has another one. */
    String bookingCode() {
        return one(
                "select code from booking where contact_email = :email order by id limit 1",
                String.class);
    }

    String bookingState() {
        return one("select state from booking where contact_email = :email", String.class);
    }

    /** What all seats cost. */
    long paid() {
        return one(
                """
                select sum(price_vnd)
                  from booking_passenger
                  join booking on booking.id = booking_id
                 where contact_email = :email
                """,
                Long.class);
    }

    /** The order code of the newest attempt to pay. */
    long orderCode() {
        return one(
                """
                select max(order_code)
                  from payment_attempt
                  join booking on booking.id = payable_id
                 where contact_email = :email
                """,
                Long.class);
    }

    long attempts() {
        return one(
                """
                select count(*)
                  from payment_attempt
                  join booking on booking.id = payable_id
                 where contact_email = :email
                """,
                Long.class);
    }

    /** How often the booking was confirmed. */
    long confirmations() {
        return one(
                """
                select count(*)
                  from booking_history
                  join booking on booking.id = booking_id
                 where contact_email = :email and event = 'CONFIRMED'
                """,
                Long.class);
    }

    private long drafts() {
        return database.sql(
                        """
                        select count(*) from checkout_draft
                         where contact_email = :email and passengers ->> :seat = :name
                        """)
                .param("email", email)
                .param("seat", seats.getFirst())
                .param("name", NAME)
                .query(Long.class)
                .single();
    }

    private <T> T one(String sql, Class<T> type) {
        return database.sql(sql).param("email", email).query(type).single();
    }

    private static Locator.WaitForOptions shown() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE);
    }
}
