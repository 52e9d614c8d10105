package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.LinkStatus;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.WebhookDelivery.State;
import vn.busticket.testing.Invariants;

/** Webhooks get lost and processes die; nobody loses a seat, money or a ticket by it. */
@RequiresChromium
@Tag("P3.5")
class KillStory {

    private static final String TYPING = "typing@mail.example";
    private static final String PLACING = "placing@mail.example";
    private static final String WAITING = "waiting@mail.example";
    private static final String UNHEARD = "unheard@mail.example";
    private static final String HEARD = "heard@mail.example";

    @Test
    void aLostWebhookIsMadeUpForByAskingWithinSeconds() throws IOException, InterruptedException {
        var shop = Shop.shared();
        var payos = shop.surroundings().payos();
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var trip = Purchase.trip(shop, 5);
            var purchase = new Purchase(shop, passenger, trip, UNHEARD, List.of("A01")).toPayment();
            payWithoutWebhook(payos, purchase);
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(15_000));
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        }
    }

    @Test
    @Tag("P2.3")
    @Tag("P6.3")
    void aProcessDiesWhilePeopleBuyAndPay()
            throws IOException, InterruptedException, MessagingException {
        try (var silentMailServer = new ServerSocket(0)) {
            var shop =
                    Shop.open(
                            Map.of("SMTP_PORT", Integer.toString(silentMailServer.getLocalPort())));
            try (var typing = shop.passenger(Words.ENGLISH);
                    var placing = shop.passenger(Words.ENGLISH);
                    var waiting = shop.passenger(Words.ENGLISH);
                    var paying = shop.passenger(Words.ENGLISH)) {
                dieInTheMiddle(shop, typing, placing, waiting, paying);
            } finally {
                shop.close();
            }
        }
    }

    private static void dieInTheMiddle(
            Shop shop, Passenger typing, Passenger placing, Passenger waiting, Passenger paying)
            throws IOException, InterruptedException, MessagingException {
        var payos = shop.surroundings().payos();
        var trip = Purchase.trip(shop, 5);
        var waited = new Purchase(shop, waiting, trip, WAITING, List.of("A03")).toPayment();
        var unheard = new Purchase(shop, paying, trip, UNHEARD, List.of("A04")).toPayment();
        var heard = new Purchase(shop, paying, trip, HEARD, List.of("A05", "A06")).toPayment();
        var typed = new Purchase(shop, typing, trip, TYPING, List.of("A01")).fillIn();
        var placed = new Purchase(shop, placing, trip, PLACING, List.of("A02")).fillIn();
        typed.awaitDraft();
        askForALinkThatNeverCame(shop, placing);
        var neverCame = placed.orderCode();
        payWithoutWebhook(payos, unheard);
        payos.pay(heard.orderCode());
        waitForWebhook(payos, heard);
        waitForMailBegun(shop, heard);

        shop.node().kill();
        payos.pay(waited.orderCode());
        shop.startAgain(Map.of());

        assertThat(waiting.heading("paid")).isVisible(withPatience());
        goOnFromWhatWasTyped(typing, typed, payos);
        goOnAfterPlacing(placing, placed);
        assertThat(payos.statusOf(payos.link(neverCame))).isEqualTo(LinkStatus.CANCELLED);
        var all = List.of(waited, unheard, heard, typed, placed);
        for (var purchase : all) {
            assertConfirmedOnce(purchase);
        }
        tryMailsAgainNow(shop);
        for (var email : List.of(WAITING, UNHEARD, HEARD, TYPING, PLACING)) {
            assertTwoMails(shop, email);
        }
        Invariants.checkAtRest(shop.surroundings().database(), Clock.systemUTC().instant());
    }

    /** The booking is placed and the gateway makes the link, but its answer takes too long. */
    private static void askForALinkThatNeverCame(Shop shop, Passenger placing)
            throws InterruptedException {
        var payos = shop.surroundings().payos();
        var before = payos.links().size();
        payos.faults().set(Endpoint.CREATE, Fault.slow(Duration.ofSeconds(20)), 1);
        placing.button("pay").click();
        Mailbox.waitUntil(() -> payos.links().size() > before, Duration.ofSeconds(10));
        assertThat(payos.links()).hasSize(before + 1);
    }

    private static void goOnFromWhatWasTyped(
            Passenger typing, Purchase purchase, PayosSandbox payos) {
        typing.page().reload();
        assertThat(typing.field("name")).hasValue("Lê Thị Hoa");
        assertThat(typing.field("phone")).hasValue("0912 345 678");
        assertThat(typing.field("email")).hasValue(TYPING);
        assertThat(typing.field("passengerForSeat")).hasValue("Lê Thị Hoa");
        typing.goToPayment();
        payos.pay(purchase.orderCode());
        assertThat(typing.heading("paid")).isVisible(withPatience());
    }

    /**
     * The link is found again at the gateway, which tells its QR code only when it is made: another
     * one takes its place.
     */
    private static void goOnAfterPlacing(Passenger placing, Purchase purchase) {
        var page = placing.page();
        page.reload();
        assertThat(page.getByText("You have booked this already")).isVisible();
        placing.goToPayment();
        assertThat(page.locator(".qr").first()).isVisible(withPatience());
        assertThat(purchase.attempts()).isEqualTo(2);
        placing.button("openPayos").click();
        page.locator("#pay").click();
        page.waitForURL(Pattern.compile(".*/payment/success/.*"));
        assertThat(placing.heading("paid")).isVisible(withPatience());
    }

    /** A process that has just started is slow. */
    private static IsVisibleOptions withPatience() {
        return new IsVisibleOptions().setTimeout(30_000);
    }

    private static void assertConfirmedOnce(Purchase purchase) throws InterruptedException {
        Mailbox.waitUntil(
                () -> purchase.bookingState().equals("CONFIRMED"), Duration.ofSeconds(30));
        assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        assertThat(purchase.confirmations()).isEqualTo(1);
    }

    private static void assertTwoMails(Shop shop, String email)
            throws InterruptedException, MessagingException {
        var mailbox = new Mailbox(shop.surroundings().mail(), email);
        mailbox.waitFor(2, Duration.ofSeconds(20));
        assertThat(mailbox.mails()).as("mails to " + email).hasSize(2);
        assertThat(mailbox.withSubject("Your ticket")).isNotNull();
        assertThat(mailbox.withSubject("Receipt")).isNotNull();
    }

    private static void payWithoutWebhook(PayosSandbox payos, Purchase purchase) {
        payos.loseWebhooks(true);
        payos.pay(purchase.orderCode());
        payos.loseWebhooks(false);
    }

    private static void waitForWebhook(PayosSandbox payos, Purchase purchase)
            throws InterruptedException {
        var orderCode = purchase.orderCode();
        Mailbox.waitUntil(
                () ->
                        payos.deliveries().stream()
                                .anyMatch(webhook ->
                                        webhook.orderCode() == orderCode
                                                && webhook.state() == State.DELIVERED),
                Duration.ofSeconds(10));
    }

    private static void waitForMailBegun(Shop shop, Purchase purchase) throws InterruptedException {
        var begun =
                shop.surroundings()
                        .database()
                        .sql(
                                """
                                select count(*)
                                  from notification
                                  join booking on booking.id = booking_id
                                 where booking.code = :code and attempts > 0
                                """)
                        .param("code", purchase.bookingCode())
                        .query(Integer.class);
        Mailbox.waitUntil(() -> begun.single() > 0, Duration.ofSeconds(10));
        assertThat(begun.single()).isPositive();
    }

    /** A mail whose process died waits for the end of its lease; five minutes are too long here. */
    private static void tryMailsAgainNow(Shop shop) {
        shop.surroundings()
                .database()
                .sql(
                        """
                        update notification set next_attempt_at = created_at
                         where state = 'QUEUED' and attempts > 0
                        """)
                .update();
    }
}
