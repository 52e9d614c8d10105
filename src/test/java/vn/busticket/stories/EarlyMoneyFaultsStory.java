package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.WebhookDelivery;

/**
 * The gateway has made a link, its answer has not arrived, and the money is there already: paid
 * from another tab, or while the process that asked for the link is dying.
 */
@RequiresChromium
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P3.5")
@Tag("P3.7")
class EarlyMoneyFaultsStory {

    private static final Duration UNTIL_THE_ANSWER = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static Shop shop;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static PayosSandbox payos;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        shop = Shop.open(Map.of());
        payos = shop.surroundings().payos();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Tag("P3.4")
    void theWebhookComesBeforeTheAnswerThatTellsOfTheLink() throws Exception {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var purchase = askForALink(passenger, "A01", Fault.slow(UNTIL_THE_ANSWER));
            var webhook = payAndAwaitWebhook(purchase);
            assertThat(webhook.tries()).as("taken at once").hasSize(1);
            assertThat(linksWithoutAnswer(purchase)).as("the answer is under way").isOne();
            assertThat(passenger.heading("paid")).isVisible(withPatience());
            assertBoughtOnce(purchase);
        }
    }

    @Test
    void killedBetweenTheWebhookAndTheAnswerThatTellsOfTheLink() throws Exception {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var purchase = askForALink(passenger, "A02", Fault.slow(UNTIL_THE_ANSWER));
            payAndAwaitWebhook(purchase);
            shop.node().kill();
            shop.startAgain(Map.of());
            assertBoughtOnce(purchase);
            assertIsToldSo(passenger);
        }
    }

    @Test
    void killedWhenTheAnswerThatTellsOfTheLinkIsLostAndTheWebhookToo() throws Exception {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var purchase = askForALink(passenger, "A03", Fault.answerLost());
            shop.node().kill();
            payos.loseWebhooks(true);
            payos.pay(purchase.orderCode());
            shop.startAgain(Map.of());
            payos.loseWebhooks(false);
            assertBoughtOnce(purchase);
            assertIsToldSo(passenger);
        }
    }

    /** Presses "pay"; the gateway makes the link, but says so late or never. */
    private static Purchase askForALink(Passenger passenger, String seat, Fault fault)
            throws InterruptedException {
        var trip = Purchase.trip(shop, 5);
        var purchase = new Purchase(shop, passenger, trip, email(seat), List.of(seat)).fillIn();
        var before = payos.links().size();
        payos.faults().set(Endpoint.CREATE, fault, 1);
        passenger.button("pay").click();
        Mailbox.waitUntil(() -> payos.links().size() > before, Duration.ofSeconds(10));
        assertThat(payos.links()).hasSize(before + 1);
        return purchase;
    }

    private static WebhookDelivery payAndAwaitWebhook(Purchase purchase)
            throws InterruptedException {
        var order = purchase.orderCode();
        payos.pay(order);
        Mailbox.waitUntil(() -> delivered(order).size() == 1, Duration.ofSeconds(5));
        assertThat(delivered(order)).hasSize(1);
        return delivered(order).getFirst();
    }

    private static List<WebhookDelivery> delivered(long order) {
        return payos.deliveries().stream()
                .filter(webhook ->
                        webhook.orderCode() == order
                                && webhook.state() == WebhookDelivery.State.DELIVERED)
                .toList();
    }

    private static long linksWithoutAnswer(Purchase purchase) {
        return shop.surroundings()
                .database()
                .sql(
                        "select count(*) from payment_attempt where order_code = :order and payment_link_id is null")
                .param("order", purchase.orderCode())
                .query(Long.class)
                .single();
    }

    private static void assertBoughtOnce(Purchase purchase)
            throws InterruptedException, MessagingException {
        Mailbox.waitUntil(() -> purchase.bookingState().equals("CONFIRMED"), PATIENCE);
        assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        assertThat(purchase.confirmations()).isEqualTo(1);
        new Aftermath(shop.surroundings()).assertEveryPaymentBoughtItsSeat();
        new Aftermath(shop.surroundings()).awaitMessages();
        var mails = new Mailbox(shop.surroundings().mail(), purchase.email());
        mails.waitFor(2, Duration.ofSeconds(20));
        assertThat(mails.mails()).hasSize(2);
    }

    /** Whoever comes back to the form need not wonder whether to pay again. */
    private static void assertIsToldSo(Passenger passenger) {
        passenger.page().reload();
        assertThat(passenger.page().getByText("You have booked this already")).isVisible();
        passenger.button("viewBooking").click();
        assertThat(passenger.button("ticket")).isVisible();
    }

    private static String email(String seat) {
        return "early-" + seat.toLowerCase(Locale.ROOT) + "@mail.example";
    }

    private static IsVisibleOptions withPatience() {
        return new IsVisibleOptions().setTimeout(PATIENCE.toMillis());
    }
}
