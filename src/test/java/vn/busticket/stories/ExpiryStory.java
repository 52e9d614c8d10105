package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.testing.Invariants;

/** Nobody pays in time: the seats go to the next buyer, and late money gets other ones. */
@RequiresChromium
class ExpiryStory {

    private static final List<String> SEATS = List.of("A01", "A02");

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.open(Map.of("BOOKING_PAYMENT_MINUTES", "0.4", "SEAT_GRACE_SECONDS", "2"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("P2.3")
    @Tag("P3.7")
    @Tag("P4.2")
    void seatsThatNobodyPaidGoToTheNextAndLateMoneyGetsOthers()
            throws InterruptedException, MessagingException {
        var trip = Purchase.trip(shop, 4);
        try (var late = shop.passenger(Words.ENGLISH);
                var next = shop.passenger(Words.VIETNAMESE)) {
            var unpaid = new Purchase(shop, late, trip, "late@mail.example", SEATS).toPayment();
            var heldUntil = heldUntil(unpaid);
            next.open("/trips/" + trip);
            assertThat(next.seat("A01")).isVisible();
            Mailbox.waitUntil(
                    () -> Clock.systemUTC().instant().isAfter(heldUntil), Duration.ofSeconds(30));

            var resold = new Purchase(shop, next, trip, "next@mail.example", SEATS).toPayment();
            shop.surroundings().payos().pay(resold.orderCode());
            assertThat(next.heading("paid")).isVisible(new IsVisibleOptions().setTimeout(15_000));
            assertThat(resold.bookingState()).isEqualTo("CONFIRMED");

            assertIsToldThatTimeIsOver(late, unpaid);
            shop.surroundings().payos().payLate(unpaid.orderCode());
            assertHasOtherSeats(late, unpaid);
        }
        Invariants.checkAtRest(shop.surroundings().database(), Clock.systemUTC().instant());
    }

    private void assertIsToldThatTimeIsOver(Passenger late, Purchase unpaid)
            throws InterruptedException, MessagingException {
        var page = late.page();
        assertThat(page.getByText("The time to pay is over.").first())
                .isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(late.button("chooseAgain")).isVisible();
        var mailbox = new Mailbox(shop.surroundings().mail(), "late@mail.example");
        assertThat(mailbox.waitFor(1, Duration.ofSeconds(15))).hasSize(1);
        assertThat(mailbox.withSubject(unpaid.bookingCode()).getSubject()).contains("has expired");
        assertThat(unpaid.bookingState()).isEqualTo("EXPIRED");
        late.open("/bookings/" + unpaid.bookingCode());
        assertThat(page.getByText("The time to pay is over and the seats were released.").first())
                .isVisible();
    }

    /** The open screen turns by itself; the mailbox tells which seats were bought instead. */
    private void assertHasOtherSeats(Passenger late, Purchase unpaid)
            throws InterruptedException, MessagingException {
        assertThat(late.page().getByText("Somebody else has A01, A02, you have").first())
                .isVisible(new IsVisibleOptions().setTimeout(15_000));
        assertThat(late.button("ticket")).isVisible();
        assertThat(unpaid.bookingState()).isEqualTo("CONFIRMED");
        var mailbox = new Mailbox(shop.surroundings().mail(), "late@mail.example");
        mailbox.waitFor(4, Duration.ofSeconds(15));
        assertThat(mailbox.withSubject("you have other seats").getSubject())
                .contains(unpaid.bookingCode());
    }

    private Instant heldUntil(Purchase purchase) {
        return shop.surroundings()
                .database()
                .sql("select held_until from booking where code = :code")
                .param("code", purchase.bookingCode())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
